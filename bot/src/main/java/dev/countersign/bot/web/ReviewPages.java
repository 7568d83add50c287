package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.review.html.Html;
import dev.countersign.modelrefs.git.GitRepository;
import java.util.Optional;

/** The review that the page shows above the buttons. */
@FunctionalInterface
public interface ReviewPages {
  /** No review; the page shows the merge request's own text instead. */
  ReviewPages NONE = (repository, request) -> Optional.empty();

  /**
   * The review of what a merge request proposes at its head.
   *
   * @param repository has fetched the merge request and all branches; only for this call
   * @return a fragment without an {@code h1}; empty if there is nothing to review at the head
   */
  Optional<Html> review(GitRepository repository, LocalMergeRequest request);
}
