package dev.countersign.modelrefs.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.modelrefs.error.CountersignException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds the strict reader with documents made to exhaust it; run in a small heap. */
final class JsonBombs {
  private JsonBombs() {}

  /** Prints the name of each bomb that was refused. */
  public static void main(String[] arguments) {
    for (Map.Entry<String, Supplier<String>> bomb : bombs().entrySet()) {
      byte[] bytes = bomb.getValue().get().getBytes(UTF_8);
      try {
        StrictJson.read(bytes, bomb.getKey());
        System.out.println("read " + bomb.getKey());
      } catch (CountersignException e) {
        System.out.println("refused " + bomb.getKey());
      }
    }
  }

  static Map<String, Supplier<String>> bombs() {
    Map<String, Supplier<String>> bombs = new LinkedHashMap<>();
    bombs.put("arrays 100000 deep", () -> "[".repeat(100_000));
    bombs.put("objects 100000 deep", () -> "{\"a\":".repeat(100_000));
    bombs.put("a million keys", () -> "{" + keys(1_000_000) + "}");
    bombs.put("a number of a million digits", () -> "[" + "9".repeat(1_000_000) + "]");
    bombs.put("a fraction of a million digits", () -> "[0." + "9".repeat(1_000_000) + "]");
    bombs.put("an exponent of 900000 digits", () -> "[1e" + "9".repeat(900_000) + "]");
    bombs.put("a string of a million characters", () -> "[\"" + "x".repeat(1_000_000) + "\"]");
    bombs.put("a key of a million characters", () -> "{\"" + "x".repeat(1_000_000) + "\":1}");
    bombs.put("16 MiB of white space", () -> " ".repeat(16 << 20) + "{}");
    bombs.put("duplicate keys at the end", () -> "{" + keys(80_000) + ",\"k1\":1}");
    return bombs;
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + Integer.toString(i, 36) + "\":1")
        .collect(Collectors.joining(","));
  }
}
