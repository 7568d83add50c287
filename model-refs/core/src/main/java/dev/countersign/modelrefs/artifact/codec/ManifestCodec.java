package dev.countersign.modelrefs.artifact.codec;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.artifact.ManifestEntry;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;

/**
 * Reads and writes {@code <digest>.manifest.json}. The file's own SHA-256 is the artifact's digest.
 */
public final class ManifestCodec {
  /** Enough for some 400,000 files. */
  public static final int MAX_BYTES = 64 << 20;

  private ManifestCodec() {}

  /** The bytes that the artifact's digest is over. */
  public static byte[] encode(ArtifactManifest manifest) {
    return CanonicalJson.bytes(manifest.toJson());
  }

  /**
   * Reads a manifest whose digest is known.
   *
   * @param what how to name it in errors
   * @throws CountersignException {@link ErrorCode#DIGEST_MISMATCH} before anything is parsed;
   *     {@link ErrorCode#INPUT_INVALID}
   */
  public static ArtifactManifest decode(byte[] bytes, Digest expected, String what) {
    Digest actual = Digest.of(bytes);
    if (!actual.equals(expected)) {
      throw new CountersignException(
          ErrorCode.DIGEST_MISMATCH,
          "\"%s\" has digest \"%s\"; expected \"%s\"".formatted(what, actual, expected));
    }
    return JsonValue.decode(
        StrictJson.read(bytes, what, MAX_BYTES),
        UnknownKeys.REFUSED,
        ErrorCode.INPUT_INVALID,
        what,
        manifest());
  }

  private static Decoder<ArtifactManifest> manifest() {
    Decoder<List<ManifestEntry>> entries = Decoders.list(entry());
    return value -> {
      try {
        return new ArtifactManifest(entries.decode(value));
      } catch (IllegalArgumentException e) {
        throw value.stop(String.valueOf(e.getMessage()));
      }
    };
  }

  private static Decoder<ManifestEntry> entry() {
    return Decoders.object(
        reader -> {
          var path = reader.required("path", Decoders.parsed(ArtifactPath::new));
          var sha256 = reader.required("sha256", Decoders.parsed(Digest::new));
          var size = reader.required("sizeBytes", Decoders.integer(0, StrictJson.MAX_SAFE_INTEGER));
          return reader.build(() -> new ManifestEntry(path.get(), sha256.get(), size.get()));
        });
  }
}
