/** Reads {@code pipeline.yaml}; its JSON Schema lies beside the code and is tested against it. */
package dev.countersign.pipeline.spec.codec;
