package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;

/**
 * What the protected branch declares for a line at the commit to be deployed.
 *
 * @param commit the newest first-parent commit up to that one that touched the reference
 */
record Declared(ModelReference reference, BlobId blob, CommitId commit) {}
