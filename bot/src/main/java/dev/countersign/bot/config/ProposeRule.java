package dev.countersign.bot.config;

/** Which candidates get a merge request. */
public enum ProposeRule {
  /** All; one with a failed gate as a draft. */
  ALWAYS,
  /** Those without a failed gate. */
  GATES_PASS,
  /** Those whose verdict is better; where there is no comparable baseline, a person decides. */
  BETTER
}
