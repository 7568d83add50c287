package dev.countersign.bot.forge;

import java.util.List;

/**
 * What a merge request shall be.
 *
 * @param source the bot's branch
 * @param target the protected branch
 * @param body Markdown
 * @param draft true while a gate failed
 */
public record MergeRequestDraft(
    String source, String target, String title, String body, List<String> labels, boolean draft) {
  public MergeRequestDraft {
    labels = List.copyOf(labels);
  }
}
