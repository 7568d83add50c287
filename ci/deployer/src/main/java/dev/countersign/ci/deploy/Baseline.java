package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;

/**
 * What a candidate is compared with: the model that is live.
 *
 * @param commit the merged commit that brought it
 */
public record Baseline(ModelReference reference, CommitId commit) {}
