package dev.countersign.modelrefs.reference.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoders;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.SchemaVersion;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import java.util.Arrays;
import java.util.List;

/** Reads and writes {@code model-reference.json} (format: {@code docs/model-reference.md}). */
public final class ReferenceCodec {
  /** The version this codec writes; every 1.x is read. */
  public static final SchemaVersion VERSION = new SchemaVersion(1, 0);

  private static final String CHECKSUM = "checksum";
  private static final List<String> PROVISIONAL = List.of("version", "highestVersion", "sequence");

  private ReferenceCodec() {}

  /**
   * The bytes that are kept in Git, checksum included.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if the document would be larger
   *     than readers accept
   * @throws IllegalArgumentException if a gate is waived: a waiver is never written
   */
  public static byte[] encode(ModelReference reference) {
    ObjectNode document = ReferenceWriter.json(reference);
    document.put(CHECKSUM, CanonicalJson.digest(document).toString());
    byte[] bytes = CanonicalJson.indented(document);
    if (bytes.length > StrictJson.MAX_BYTES) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "the reference of \"%s\" would have %d bytes; at most %d are read"
              .formatted(reference.line(), bytes.length, StrictJson.MAX_BYTES));
    }
    return bytes;
  }

  /**
   * Reads a reference: unknown keys are passed over, reserved ones refused, the checksum is
   * verified last.
   *
   * @param what how to name the document in errors, usually its path
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every problem, or {@link
   *     ErrorCode#CHECKSUM_MISMATCH} with the checksum written and the one computed
   */
  public static ReferenceDocument decode(byte[] bytes, String what) {
    JsonNode document = StrictJson.read(bytes, what);
    VERSION.check(document, what);
    return JsonValue.decode(
        document,
        UnknownKeys.IGNORED,
        ErrorCode.INPUT_INVALID,
        what,
        Decoders.object(
            reader -> {
              var written = reader.required(CHECKSUM, Decoders.parsed(Digest::parse));
              ModelReference reference = ReferenceReader.read(reader);
              verifyChecksum(document, written.get(), what);
              boolean writersBytes = Arrays.equals(bytes, CanonicalJson.indented(document));
              return new ReferenceDocument(reference, written.get(), writersBytes);
            }));
  }

  /** The checksum that {@link #encode} writes. */
  public static Digest checksum(ModelReference reference) {
    return CanonicalJson.digest(ReferenceWriter.json(reference));
  }

  /**
   * Whether two references say the same about the same run: what the merge decides (version,
   * highest version, sequence) and what the store assigns (store versions) does not count.
   */
  public static boolean sameContent(ModelReference a, ModelReference b) {
    return Arrays.equals(content(a), content(b));
  }

  private static byte[] content(ModelReference reference) {
    ObjectNode document = ReferenceWriter.json(reference).without(PROVISIONAL);
    document
        .path("artifact")
        .path("files")
        .forEach(file -> ((ObjectNode) file).remove("storeVersion"));
    return CanonicalJson.bytes(document);
  }

  private static void verifyChecksum(JsonNode document, Digest written, String what) {
    Digest actual = CanonicalJson.digest(((ObjectNode) document.deepCopy()).without(CHECKSUM));
    if (!actual.equals(written)) {
      throw new CountersignException(
          ErrorCode.CHECKSUM_MISMATCH,
          "\"%s\" says checksum \"%s\", but its content has \"%s\""
              .formatted(what, written, actual));
    }
  }
}
