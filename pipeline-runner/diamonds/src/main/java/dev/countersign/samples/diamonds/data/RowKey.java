package dev.countersign.samples.diamonds.data;

import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The key of a row: the SHA-256 of the UTF-8 of its cells as they stand in the file, joined by
 * U+001F. Which part of the data a row belongs to depends on its key alone, so it stays there when
 * the data grows, and equal rows stay together.
 *
 * @param hex 64 hexadecimal digits
 */
public record RowKey(String hex) {
  private static final int WORD = 16;
  private static final int TEST_SHARE = 5;

  /** The key of a row with these cells. */
  public static RowKey of(List<String> cells) {
    byte[] content = String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8);
    return new RowKey(Digest.of(content).hex());
  }

  /** Whether the row is for testing: one in five, by the key's first eight bytes. */
  public boolean isTest() {
    return Long.remainderUnsigned(word(0), TEST_SHARE) == 0;
  }

  /** The part of a cross-validation the row is in, by the key's next eight bytes. */
  public int fold(int folds) {
    return (int) Long.remainderUnsigned(word(1), folds);
  }

  private long word(int index) {
    return Long.parseUnsignedLong(hex, index * WORD, (index + 1) * WORD, 16);
  }
}
