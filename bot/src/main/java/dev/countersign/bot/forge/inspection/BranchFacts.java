package dev.countersign.bot.forge.inspection;

import java.util.OptionalInt;

/**
 * A branch's rules.
 *
 * @param push whether the branch's rules let the login push to it
 * @param rewrite whether they let the login replace its history, as the bot does with a candidate
 * @param approvals how many the forge itself requires before a merge; empty if it does not tell
 */
public record BranchFacts(
    Protection protection, Permission push, Permission rewrite, OptionalInt approvals) {
  /** Whether there are rules. */
  public enum Protection {
    PROTECTED,
    UNPROTECTED,
    /** The forge has no rules for branches of this project. */
    NOT_OFFERED,
    /** The forge does not tell this login. */
    UNTOLD
  }
}
