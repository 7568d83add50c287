package dev.countersign.samples.inference.model;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an artifact as they were read, once, into memory. */
final class ReadFiles {
  private final Map<ArtifactPath, byte[]> files;

  private ReadFiles(Map<ArtifactPath, byte[]> files) {
    this.files = files;
  }

  /**
   * Reads every file of a folder; links are refused, and no more is read than the artifact has.
   *
   * @throws CountersignException {@code DIGEST_MISMATCH} unless the bytes read are the artifact's,
   *     {@code ARTIFACT_MISSING} if there is no such folder
   */
  static ReadFiles of(Path folder, Artifact expected) {
    try {
      ReadFiles read = read(folder, expected.sizeBytes());
      Digest actual = read.digest();
      if (!actual.equals(expected.digest())) {
        throw mismatch(folder, expected, "the bytes read have \"" + actual + "\"");
      }
      return read;
    } catch (TooLarge e) {
      throw mismatch(
          folder, expected, "there is more than its %d bytes".formatted(expected.sizeBytes()));
    } catch (IllegalArgumentException e) {
      throw mismatch(folder, expected, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ARTIFACT_MISSING,
          "the model in \"%s\" cannot be read: %s".formatted(folder, IoReason.of(e)),
          e);
    }
  }

  private static ReadFiles read(Path folder, long maxBytes) throws IOException, TooLarge {
    Map<ArtifactPath, byte[]> files = new TreeMap<>();
    long left = maxBytes;
    for (Path file : regularFiles(folder)) {
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
        left -= bytes.length;
        if (left < 0) {
          throw new TooLarge();
        }
        files.put(pathOf(folder, file), bytes);
      }
    }
    return new ReadFiles(files);
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          files.add(path);
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new IllegalArgumentException("\"" + path + "\" is neither a file nor a folder");
        }
      }
    }
    return files;
  }

  private static ArtifactPath pathOf(Path folder, Path file) {
    List<String> segments = new ArrayList<>();
    folder.relativize(file).forEach(segment -> segments.add(segment.toString()));
    return new ArtifactPath(String.join("/", segments));
  }

  /** The digest of what was read, file names included. */
  Digest digest() {
    return new ArtifactManifest(
            files.entrySet().stream()
                .map(
                    file ->
                        new ManifestEntry(
                            file.getKey(), Digest.of(file.getValue()), file.getValue().length))
                .toList())
        .digest();
  }

  /**
   * The bytes of a file.
   *
   * @throws CountersignException {@code INPUT_INVALID} if the artifact has no such file
   */
  byte[] bytes(String path) {
    return Optional.ofNullable(files.get(new ArtifactPath(path)))
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.INPUT_INVALID,
                    "the artifact has no file \"%s\"; it has %s".formatted(path, files.keySet())));
  }

  private static CountersignException mismatch(Path folder, Artifact expected, String actual) {
    return new CountersignException(
        ErrorCode.DIGEST_MISMATCH,
        "the model in \"%s\" is not artifact \"%s\": %s"
            .formatted(folder, expected.digest(), actual));
  }

  /** More bytes than the artifact has. */
  private static final class TooLarge extends Exception {
    TooLarge() {
      super("more bytes than the artifact has", null, false, false);
    }
  }
}
