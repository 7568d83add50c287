package dev.countersign.ci.verify;

import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;

/** A line's reference, with the commit of the protected branch that brought it. */
public record MergedReference(GitCommit merged, Release release) {
  /** The commit that brought it. */
  public CommitId commit() {
    return merged.id();
  }

  /** Whether it declares these bytes. */
  public boolean declares(Digest artifact) {
    return release.reference().artifact().digest().equals(artifact);
  }
}
