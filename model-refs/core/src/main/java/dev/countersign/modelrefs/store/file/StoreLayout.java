package dev.countersign.modelrefs.store.file;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import java.nio.file.Path;

/** Where things lie in a store's folder; see the package's description. */
final class StoreLayout {
  private final Path root;
  private final ArtifactUri rootUri;

  /**
   * @param root need not exist yet
   */
  StoreLayout(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.rootUri = uriOf(this.root);
  }

  /** {@code sha256}: artifacts; {@code runs/sha256}: evidence. */
  Path folder(String kind, Digest digest) {
    return folder(kind).resolve(digest.hex());
  }

  /** The folder of all of a kind. */
  Path folder(String kind) {
    return root.resolve(kind);
  }

  /** The manifest beside a folder. */
  Path manifest(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".manifest.json");
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  ArtifactUri uri(Path folder) {
    return uriOf(folder);
  }

  /**
   * The folder that a URI names.
   *
   * @throws CountersignException {@link ErrorCode#URI_REFUSED} if it lies outside this store
   */
  Path path(ArtifactUri uri) {
    if (!uri.isWithin(rootUri)) {
      throw new CountersignException(
          ErrorCode.URI_REFUSED, "\"%s\" does not lie in the store \"%s\"".formatted(uri, rootUri));
    }
    return Path.of(uri.path());
  }

  private static ArtifactUri uriOf(Path folder) {
    try {
      String path = folder.toString();
      return new ArtifactUri("file://" + (path.endsWith("/") ? path : path + "/"));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" cannot be a store's folder: %s; choose one without spaces and special characters"
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
