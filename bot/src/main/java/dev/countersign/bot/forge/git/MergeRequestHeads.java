package dev.countersign.bot.forge.git;

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
 * The heads of merge requests in Git, which forges keep also after the branch is deleted.
 *
 * @param pattern of the forge's refs, with {@code %d} for the number
 */
public record MergeRequestHeads(GitRepository git, String pattern) {
  /** Brings the newest heads of merge requests. */
  public void fetch(Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      git.fetch(numbers.stream().map(pattern::formatted).toList());
    }
  }

  /**
   * The reference that a branch of the bot proposes at one of its heads.
   *
   * @return empty if the branch is not one of the bot's, if there is no reference that can be read,
   *     or if the head has been replaced and Git has it no more
   */
  public Optional<ReferenceDocument> reference(String sourceBranch, CommitId head) {
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
