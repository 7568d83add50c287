package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The artifact a reference points at.
 *
 * @param digest of its manifest
 * @param format for example {@code xgboost-ubj}
 * @param files sorted by path; empty above 1,000 files, then the manifest lies in the store beside
 *     the folder as {@code <digest>.manifest.json}
 */
public record Artifact(
    ArtifactUri uri,
    Layout layout,
    Digest digest,
    long sizeBytes,
    String format,
    List<ArtifactFile> files) {
  public Artifact {
    files = List.copyOf(files);
  }

  /**
   * The manifest that the listed files make; empty if the files are not listed.
   *
   * @throws IllegalArgumentException if two paths collide
   */
  public Optional<ArtifactManifest> manifest() {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArtifactManifest(files.stream().map(ArtifactFile::entry).toList()));
  }

  /**
   * The artifact of a manifest as every store keeps it below its root: in the folder {@code
   * sha256/<digest>/}. What the store assigns to each file is known only once it is there.
   */
  public static Artifact addressed(ArtifactUri root, ArtifactManifest manifest, String format) {
    boolean listed = manifest.files().size() <= ArtifactManifest.MAX_LISTED_FILES;
    return new Artifact(
        root.resolve(new ArtifactPath("sha256/" + manifest.digest().hex())),
        Layout.ADDRESSED,
        manifest.digest(),
        manifest.sizeBytes(),
        format,
        listed
            ? manifest.files().stream()
                .map(entry -> new ArtifactFile(entry, Optional.empty()))
                .toList()
            : List.of());
  }
}
