package dev.countersign.ci.verify;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold of a merge request's content, as pure functions (I2, I7). */
final class MergeChecks {
  private MergeChecks() {}

  /** Every content commit is signed by a key of the bot. */
  static Check signed(List<GitCommit> content, ApprovalPolicy policy) {
    List<GitCommit> foreign =
        content.stream().filter(commit -> !policy.isSignedByBot(commit)).toList();
    if (content.isEmpty()) {
      return new Check.Failed(
          CheckName.SIGNED, ErrorCode.SIGNATURE_REFUSED, "the merge request brings no content");
    }
    if (foreign.isEmpty()) {
      return new Check.Passed(CheckName.SIGNED, "every content commit is signed by the bot");
    }
    String commits =
        foreign.stream()
            .map(
                commit -> "\"" + commit.id().shortHex() + "\" by \"" + commit.author().name() + '"')
            .collect(Collectors.joining(", "));
    return new Check.Failed(
        CheckName.SIGNED,
        ErrorCode.SIGNATURE_REFUSED,
        "not signed by a key of the bot: commit " + commits);
  }

  /** Only the line's reference was changed, neither at the head nor by the merge anything else. */
  static Check paths(ModelEnvironment line, Collection<String> atHead, Collection<String> merged) {
    TreeSet<String> unexpected = new TreeSet<>(atHead);
    unexpected.addAll(merged);
    unexpected.remove(line.referencePath());
    if (unexpected.isEmpty()) {
      return new Check.Passed(CheckName.PATHS, "only \"" + line.referencePath() + "\" is changed");
    }
    return new Check.Failed(
        CheckName.PATHS,
        ErrorCode.MERGED_DIFFERS,
        "unexpected paths: "
            + unexpected.stream().map(path -> '"' + path + '"').collect(Collectors.joining(", ")));
  }

  /** The paths and blobs that were merged are those at the head. */
  static Check content(Map<String, Optional<BlobId>> atHead, Map<String, Optional<BlobId>> merged) {
    if (atHead.equals(merged)) {
      return new Check.Passed(
          CheckName.CONTENT, "what was merged is what was at the merge request's head");
    }
    TreeSet<String> different = new TreeSet<>(atHead.keySet());
    different.addAll(merged.keySet());
    different.removeIf(
        path -> atHead.containsKey(path) && atHead.get(path).equals(merged.get(path)));
    return new Check.Failed(
        CheckName.CONTENT,
        ErrorCode.MERGED_DIFFERS,
        "merged otherwise than at the merge request's head: "
            + different.stream().map(path -> '"' + path + '"').collect(Collectors.joining(", ")));
  }
}
