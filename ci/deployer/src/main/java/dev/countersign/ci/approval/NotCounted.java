package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Identity;

/**
 * A person whose approval did not count.
 *
 * @param explanation the reason in words, with the values that decided
 */
public record NotCounted(Identity who, Reason reason, String explanation) {
  /** Why an approval does not count; the first that holds, in this order. */
  public enum Reason {
    OPENED_MERGE_REQUEST,
    LAUNCHED_TRAINING,
    PROPOSED_CANDIDATE,
    WROTE_CONTENT,
    NOT_AN_APPROVER,
    MAY_NOT_WRITE,
    CHECKSUM_NOT_NAMED,
    HEAD_UNKNOWN,
    CONTENT_CHANGED
  }

  /** {@code "alice" (launched the training)}. */
  @Override
  public String toString() {
    return "\"" + who + "\" (" + explanation + ")";
  }
}
