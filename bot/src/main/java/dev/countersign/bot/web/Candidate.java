package dev.countersign.bot.web;

import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.WireName;
import java.util.Optional;

/**
 * What a merge request proposes, in a few words.
 *
 * @param version "unreadable" if there is no reference, a broken one, or one of another line
 * @param verdict how it compares, or why there is nothing to compare
 * @param blocked whether a gate failed
 */
record Candidate(ModelEnvironment line, String version, String verdict, boolean blocked) {
  /** Reads the reference at the head; empty if the branch is not for a model's environment. */
  static Optional<Candidate> of(GitRepository repository, LocalMergeRequest request) {
    return ModelEnvironment.ofBranch(request.source())
        .map(
            line ->
                repository
                    .read(request.head(), line.referencePath())
                    .flatMap(Candidate::decode)
                    .filter(reference -> reference.line().equals(line))
                    .map(Candidate::of)
                    .orElseGet(() -> new Candidate(line, "unreadable", "none", true)));
  }

  private static Candidate of(ModelReference reference) {
    return new Candidate(
        reference.line(),
        reference.version().toString(),
        verdict(reference),
        reference.evaluation().map(Evaluation::blocked).orElse(false));
  }

  private static String verdict(ModelReference reference) {
    if (reference.origin() == Origin.ROLLBACK) {
      return "rollback";
    }
    return reference
        .evaluation()
        .map(evaluation -> WireName.words(evaluation.verdict()))
        .orElse(WireName.camelCase(reference.origin()));
  }

  private static Optional<ModelReference> decode(byte[] bytes) {
    try {
      return Optional.of(ReferenceCodec.decode(bytes, "model-reference.json").reference());
    } catch (CountersignException unreadable) {
      return Optional.empty();
    }
  }
}
