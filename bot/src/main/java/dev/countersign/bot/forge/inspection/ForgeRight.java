package dev.countersign.bot.forge.inspection;

/** What the bot does on a forge, and needs a right for. */
public enum ForgeRight {
  /** Push branches, apart from what each branch's rules say. */
  PUSH("push branches"),
  /** Open and update merge requests, with comments and labels. */
  MERGE_REQUESTS("open and update merge requests"),
  /** Set the statuses of commits. */
  STATUSES("set commit statuses"),
  /** Record deployments. */
  DEPLOYMENTS("record deployments"),
  /** Have a pipeline start on what was pushed. */
  PIPELINES("start pipelines");

  private final String words;

  ForgeRight(String words) {
    this.words = words;
  }

  /** For people, after "may". */
  public String words() {
    return words;
  }
}
