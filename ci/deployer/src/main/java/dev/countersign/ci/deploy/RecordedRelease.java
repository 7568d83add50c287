package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;

/**
 * The last release that was deployed to a target, as the log says and Git confirms.
 *
 * @param commit that brought the reference
 * @param blob of the reference
 * @param digest that it declares
 */
record RecordedRelease(
    long sequence, CommitId commit, BlobId blob, ModelVersion version, Digest digest) {}
