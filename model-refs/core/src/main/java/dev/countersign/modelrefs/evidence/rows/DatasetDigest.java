package dev.countersign.modelrefs.evidence.rows;

import dev.countersign.modelrefs.value.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The digest that says whether two evaluations used the same rows. It is the SHA-256 of these
 * bytes:
 *
 * <ol>
 *   <li>the ASCII text {@code countersign-rows-1} and a line feed;
 *   <li>for every row, sorted by the bytes of the row key as unsigned numbers and then by
 *       occurrence: the 32 bytes of the row key (not its hexadecimal digits); the occurrence as
 *       four bytes, big-endian; and the actual value:
 *       <ul>
 *         <li>regression: the value as an IEEE 754 double, eight bytes, big-endian, negative zero
 *             written as zero;
 *         <li>binary and multiclass: the length of the label's UTF-8 bytes as four bytes,
 *             big-endian, and these bytes.
 *       </ul>
 * </ol>
 *
 * <p>Nothing of a model is in it, so every candidate that is judged on the same rows gives the same
 * digest. In Python, for a regression: {@code hashlib.sha256(b"countersign-rows-1\n" +
 * b"".join(bytes.fromhex(k) + struct.pack(">Id", o, a + 0.0) for k, o, a in
 * sorted(rows))).hexdigest()}.
 */
public final class DatasetDigest {
  private static final byte[] HEADER = "countersign-rows-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int FIXED_BYTES = RowKeys.BYTES + Integer.BYTES + Double.BYTES;

  private DatasetDigest() {}

  /** The digest of the rows of some predictions. */
  public static Digest of(Predictions predictions) {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    sha256.update(HEADER);
    List<byte[]> labels =
        predictions.classes().stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toList();
    int longest = labels.stream().mapToInt(label -> label.length).max().orElse(0);
    ByteBuffer record = ByteBuffer.allocate(FIXED_BYTES + longest);
    for (int row = 0; row < predictions.rows(); row++) {
      record.clear();
      predictions.keys().put(row, record);
      record.putInt(predictions.keys().occurrence(row));
      putActual(record, predictions.actual().at(row), labels);
      sha256.update(record.flip());
    }
    return Digest.of(sha256);
  }

  private static void putActual(ByteBuffer record, double actual, List<byte[]> labels) {
    if (labels.isEmpty()) {
      record.putDouble(actual + 0.0);
    } else {
      byte[] label = labels.get((int) actual);
      record.putInt(label.length).put(label);
    }
  }
}
