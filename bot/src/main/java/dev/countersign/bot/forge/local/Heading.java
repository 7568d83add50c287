package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.MergeRequestDraft;
import java.util.List;

/** What a merge request says of itself, without its body. */
public record Heading(String target, String title, List<String> labels, boolean draft) {
  public Heading {
    labels = List.copyOf(labels);
  }

  static Heading of(MergeRequestDraft draft) {
    return new Heading(draft.target(), draft.title(), draft.labels(), draft.draft());
  }

  MergeRequestDraft withBody(String source, String body) {
    return new MergeRequestDraft(source, target, title, body, labels, draft);
  }
}
