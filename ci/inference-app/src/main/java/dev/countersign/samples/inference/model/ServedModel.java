package dev.countersign.samples.inference.model;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.samples.inference.input.InputSchema;

/**
 * A model ready to predict.
 *
 * @param loaded the digest of the bytes it was loaded from
 */
public record ServedModel(
    ModelReference reference, Digest loaded, InputSchema schema, Predictor predictor) {}
