package dev.countersign.pipeline.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The digest of an input or output: of a file, the SHA-256 of its bytes; of a folder, its
 * manifest's digest, as for artifacts.
 */
final class ContentDigest {
  private static final ArtifactDigester DIGESTER = ArtifactDigester.ofProcessors();

  private ContentDigest() {}

  /** The digest of a file or of a folder that is not empty. */
  static Digest of(Path path) {
    ArtifactManifest manifest = DIGESTER.digest(path);
    return Files.isRegularFile(path) ? manifest.files().get(0).sha256() : manifest.digest();
  }

  /** The digest of a folder of folders, which may be empty: of the JSON array of their digests. */
  static Digest ofFolders(Path folder) {
    ArrayNode digests = JsonNodeFactory.instance.arrayNode();
    for (Path each : sorted(folder)) {
      digests.add(each.getFileName() + " " + of(each));
    }
    return CanonicalJson.digest(digests);
  }

  private static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "the folder of baselines \"%s\" cannot be read: %s".formatted(folder, e.getMessage()),
          e);
    }
  }
}
