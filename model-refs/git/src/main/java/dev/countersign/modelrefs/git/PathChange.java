package dev.countersign.modelrefs.git;

import java.util.Optional;

/** A path that differs between a commit and one of its parents; an empty side does not exist. */
public record PathChange(String path, Optional<BlobId> before, Optional<BlobId> after) {}
