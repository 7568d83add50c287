package dev.countersign.modelrefs.artifact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.value.Digest;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of an artifact, sorted by the bytes of their paths; never empty. Two paths that a
 * case-insensitive or normalising file system would merge are refused.
 */
public record ArtifactManifest(List<ManifestEntry> files) {
  /** Above this number of files a reference names the manifest only. */
  public static final int MAX_LISTED_FILES = 1000;

  /**
   * @throws IllegalArgumentException if empty, or if two paths collide
   */
  public ArtifactManifest {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an artifact has at least one file");
    }
    files = files.stream().sorted(Comparator.comparing(ManifestEntry::path)).toList();
    Set<String> folded = new HashSet<>();
    for (ManifestEntry file : files) {
      if (!folded.add(fold(file.path().value()))) {
        throw new IllegalArgumentException(
            "path \"" + file.path() + "\" differs from another one only by case");
      }
    }
  }

  /** The artifact's digest: SHA-256 of the manifest's RFC 8785 bytes. */
  public Digest digest() {
    return CanonicalJson.digest(toJson());
  }

  /** Sum of the files' sizes in bytes. */
  public long sizeBytes() {
    return files.stream().mapToLong(ManifestEntry::sizeBytes).sum();
  }

  /** The manifest as JSON: an array of {@code {path, sha256, sizeBytes}}. */
  public ArrayNode toJson() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(files.size());
    for (ManifestEntry file : files) {
      array
          .addObject()
          .put("path", file.path().value())
          .put("sha256", file.sha256().hex())
          .put("sizeBytes", file.sizeBytes());
    }
    return array;
  }

  private static String fold(String path) {
    return Normalizer.normalize(
        path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }
}
