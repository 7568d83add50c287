package dev.countersign.modelrefs.artifact;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The path of a file inside an artifact or a run bundle: relative, {@code /} between segments, NFC,
 * portable to every file system. Ordered by its UTF-8 bytes.
 */
public record ArtifactPath(String value) implements Comparable<ArtifactPath> {
  private static final int MAX_PATH_BYTES = 1024;
  private static final int MAX_SEGMENT_BYTES = 255;
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  /**
   * @throws IllegalArgumentException naming the escaped value and the rule
   */
  public ArtifactPath {
    if (value.isEmpty() || utf8(value).length > MAX_PATH_BYTES) {
      throw refused(value, "must have 1 to 1024 bytes");
    }
    if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw refused(value, "must be in Unicode normal form C");
    }
    value.chars().forEach(ArtifactPath::checkCharacter);
    for (String segment : value.split("/", -1)) {
      checkSegment(value, segment);
    }
  }

  private static void checkCharacter(int c) {
    boolean format = Character.getType(c) == Character.FORMAT;
    if (Character.isISOControl(c) || format || c == '\\' || c == '%' || c == ':') {
      throw new IllegalArgumentException(
          "a path must not contain the character U+%04X".formatted(c));
    }
  }

  private static void checkSegment(String path, String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw refused(path, "must be relative, without empty, \".\" or \"..\" segments");
    }
    if (utf8(segment).length > MAX_SEGMENT_BYTES) {
      throw refused(path, "must not have a segment of more than 255 bytes");
    }
    if (segment.endsWith(".") || segment.endsWith(" ")) {
      throw refused(path, "must not have a segment that ends with a dot or a space");
    }
    String stem = segment.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
    if (DEVICES.contains(stem)) {
      throw refused(path, "must not use the reserved name \"" + stem + "\"");
    }
  }

  private static IllegalArgumentException refused(String path, String rule) {
    String shown = path.length() <= 80 ? path : path.substring(0, 77) + "...";
    return new IllegalArgumentException("path \"" + shown + "\" " + rule);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(ArtifactPath other) {
    return Arrays.compareUnsigned(utf8(value), utf8(other.value));
  }

  @Override
  public String toString() {
    return value;
  }
}
