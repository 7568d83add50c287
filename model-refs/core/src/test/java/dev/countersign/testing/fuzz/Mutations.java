package dev.countersign.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Inputs that are almost well-formed, in an order that depends on the seed number alone. */
final class Mutations {
  private static final int MOST_AT_ONCE = 4;
  private static final int LONGEST_SPAN = 64;
  private static final int LONGEST_INPUT = 1 << 16;

  /** What readers of any format have stumbled over somewhere. */
  private static final List<String> USUAL_SUSPECTS =
      List.of(
          "null",
          "NaN",
          "-0",
          "1e400",
          "1e-400",
          "9007199254740993",
          "-9223372036854775809",
          "\"\"",
          "[]",
          "{}",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\u202e",
          "\ufeff",
          "\u2028",
          "\r\n",
          "\t",
          "..",
          "/",
          "%2e",
          "9".repeat(99),
          "+1000000000-12-31T23:59:59Z",
          "[".repeat(60));

  private final List<byte[]> seeds;
  private final List<byte[]> words;
  private final Random random;

  Mutations(List<byte[]> seeds, List<String> words, long seed) {
    this.seeds = List.copyOf(seeds);
    this.words =
        Stream.concat(USUAL_SUSPECTS.stream(), words.stream())
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();
    this.random = new Random(seed);
  }

  /** The next input. */
  byte[] next() {
    byte[] input = any(seeds);
    for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
      input = mutated(input);
    }
    return input;
  }

  private byte[] mutated(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(LONGEST_SPAN));
    byte[] span = Arrays.copyOfRange(input, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> replaced(input, from, to, new byte[0]);
      case 1 -> replaced(input, from, from, any(words));
      case 2 -> replaced(input, from, to, any(words));
      case 3 -> replaced(input, from, from, span);
      case 4 -> replaced(input, from, to, someOf(any(seeds)));
      case 5 -> replaced(input, from, Math.min(input.length, from + 1), oneByte());
      case 6 -> token(input, from);
      default -> random.nextInt(8) == 0 ? Arrays.copyOf(input, from) : flipped(input, from);
    };
  }

  /** A whole word, number or other run of letters and digits makes way for a word. */
  private byte[] token(byte[] input, int at) {
    int from = at;
    int to = at;
    while (from > 0 && isWordPart(input[from - 1])) {
      from--;
    }
    while (to < input.length && isWordPart(input[to])) {
      to++;
    }
    return replaced(input, from, to, any(words));
  }

  private static boolean isWordPart(byte b) {
    return Character.isLetterOrDigit(b) || b == '-' || b == '.' || b == '_';
  }

  private byte[] flipped(byte[] input, int at) {
    byte[] copy = input.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private byte[] oneByte() {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private byte[] someOf(byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(
        other, from, Math.min(other.length, from + random.nextInt(LONGEST_SPAN)));
  }

  private byte[] any(List<byte[]> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] replaced(byte[] input, int from, int to, byte[] with) {
    if (input.length - (to - from) + with.length > LONGEST_INPUT) {
      return input;
    }
    byte[] out = Arrays.copyOf(input, input.length - (to - from) + with.length);
    System.arraycopy(with, 0, out, from, with.length);
    System.arraycopy(input, to, out, from + with.length, input.length - to);
    return out;
  }
}
