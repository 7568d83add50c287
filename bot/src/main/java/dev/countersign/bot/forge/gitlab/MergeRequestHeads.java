package dev.countersign.bot.forge.gitlab;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Collection;
import java.util.Optional;

/**
 * The heads of merge requests in Git. GitLab keeps the newest head of each at {@code
 * refs/merge-requests/N/head}, also after the branch is deleted.
 */
final class MergeRequestHeads {
  private final GitRepository git;

  MergeRequestHeads(GitRepository git) {
    this.git = git;
  }

  /** Brings the heads of merge requests. */
  void fetch(Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      git.fetch(numbers.stream().map(number -> "refs/merge-requests/" + number + "/head").toList());
    }
  }

  /**
   * The reference that a merge request of the bot proposes at one of its heads.
   *
   * @return empty if the branch is not one of the bot's, if there is no reference that can be read,
   *     or if the head has been replaced and Git has it no more
   */
  Optional<ReferenceDocument> reference(String sourceBranch, CommitId head) {
    return ModelEnvironment.ofBranch(sourceBranch).flatMap(line -> reference(line, head));
  }

  private Optional<ReferenceDocument> reference(ModelEnvironment line, CommitId head) {
    try {
      return new ReferenceHistory(git).at(head, line).document();
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
