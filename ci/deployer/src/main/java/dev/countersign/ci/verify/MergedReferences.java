package dev.countersign.ci.verify;

import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the references that a line has had on the protected branch. */
public final class MergedReferences {
  private final ProtectedBranch branch;

  /** Of a branch as it was fetched. */
  public MergedReferences(ProtectedBranch branch) {
    this.branch = branch;
  }

  /**
   * The reference of a line at a commit.
   *
   * @throws CountersignException {@code NOT_FOUND} if there is none, or as {@link
   *     ReferenceCodec#decode}; {@code INPUT_INVALID} if it is for another line
   */
  Release at(ModelEnvironment line, CommitId commit) {
    String path = line.referencePath();
    byte[] bytes =
        branch
            .git()
            .read(commit, path)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.NOT_FOUND,
                        "commit \"%s\" has no file \"%s\"".formatted(commit, path)));
    ModelReference reference = ReferenceCodec.decode(bytes, path).reference();
    if (!reference.line().equals(line)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" says it is for \"%s\"".formatted(path, reference.line()));
    }
    return new Release(reference, commit, new String(bytes, StandardCharsets.UTF_8));
  }

  /** The readable references merged up to a commit, newest first, read only as far as asked. */
  public Stream<MergedReference> upTo(ModelEnvironment line, CommitId commit) {
    return branch.history(line, commit).stream().flatMap(merged -> read(line, merged).stream());
  }

  /** The readable references merged before a commit, newest first. */
  Stream<MergedReference> before(ModelEnvironment line, GitCommit merged) {
    return merged.parents().stream().limit(1).flatMap(parent -> upTo(line, parent));
  }

  /** The readable references merged after a commit, newest first. */
  Stream<ModelReference> after(ModelEnvironment line, GitCommit merged) {
    return branch.historySince(line, merged.id()).stream()
        .flatMap(later -> read(line, later).stream())
        .map(one -> one.release().reference());
  }

  private Optional<MergedReference> read(ModelEnvironment line, GitCommit merged) {
    try {
      return Optional.of(new MergedReference(merged, at(line, merged.id())));
    } catch (CountersignException e) {
      return unreadable(e);
    }
  }

  private static Optional<MergedReference> unreadable(CountersignException e) {
    return switch (e.code()) {
      case INPUT_INVALID, CHECKSUM_MISMATCH, NOT_FOUND -> Optional.empty();
      default -> throw e;
    };
  }
}
