package dev.countersign.modelrefs.git;

/** The name of a Git blob: equal content, equal id. */
public record BlobId(String hex) {}
