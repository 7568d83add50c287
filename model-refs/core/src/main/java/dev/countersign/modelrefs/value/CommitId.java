package dev.countersign.modelrefs.value;

import java.util.regex.Pattern;

/** The full name of a Git commit: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits. */
public record CommitId(String hex) {
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if it is not a full commit name; short names are ambiguous
   */
  public CommitId {
    if (!FULL.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "\"" + hex + "\" is not a full commit id; give all 40 hexadecimal digits");
    }
  }

  /** The first ten digits, for people. */
  public String shortHex() {
    return hex.substring(0, 10);
  }

  @Override
  public String toString() {
    return hex;
  }
}
