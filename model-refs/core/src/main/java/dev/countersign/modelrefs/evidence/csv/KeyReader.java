package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evidence.rows.UnsortedKeys;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads {@code row_key} and {@code occurrence}. */
final class KeyReader {
  private static final int DIGITS = 64;
  private static final int WORD = 16;
  private static final int WORDS = DIGITS / WORD;

  private final LongStream.Builder words = LongStream.builder();
  private final IntStream.Builder occurrences = IntStream.builder();

  Optional<String> key(String field) {
    if (!isDigest(field)) {
      for (int word = 0; word < WORDS; word++) {
        words.add(0);
      }
      return Optional.of(
          "\"%s\" is not a row key; 64 lower-case hexadecimal digits are"
              .formatted(Numbers.shortened(field)));
    }
    for (int start = 0; start < DIGITS; start += WORD) {
      words.add(HexFormat.fromHexDigitsToLong(field, start, start + WORD));
    }
    return Optional.empty();
  }

  Optional<String> occurrence(String field) {
    Optional<Integer> count = Numbers.count(field);
    occurrences.add(count.orElse(0));
    return count.isPresent()
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is not an occurrence; write 0 for the first row of its content, 1 for the second"
                .formatted(Numbers.shortened(field)));
  }

  /** The keys; a file without occurrences has every row's content once. */
  UnsortedKeys keys() {
    long[] read = words.build().toArray();
    int[] counted = occurrences.build().toArray();
    return new UnsortedKeys(read, counted.length == 0 ? new int[read.length / WORDS] : counted);
  }

  /** Whether a field is 64 lower-case hexadecimal digits. */
  static boolean isDigest(String field) {
    if (field.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = field.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
