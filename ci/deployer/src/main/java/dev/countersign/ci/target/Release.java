package dev.countersign.ci.target;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;

/**
 * What is to be served.
 *
 * @param commit the merged commit that the reference was read at
 * @param document the text of the reference's file as merged, to be handed on unchanged
 */
public record Release(ModelReference reference, CommitId commit, String document) {}
