package dev.countersign.bot.forge;

import java.util.List;

/**
 * What a merge request shall be.
 *
 * @param source the bot's branch
 * @param target the protected branch
 * @param body Markdown; white space at its end is not kept, as no forge promises to
 * @param labels a set; kept sorted, as every forge has an order of its own
 * @param draft true while a gate failed
 */
public record MergeRequestDraft(
    String source, String target, String title, String body, List<String> labels, boolean draft) {
  public MergeRequestDraft {
    body = body.stripTrailing();
    labels = labels.stream().distinct().sorted().toList();
  }
}
