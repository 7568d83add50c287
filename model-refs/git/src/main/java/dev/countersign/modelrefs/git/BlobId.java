package dev.countersign.modelrefs.git;

import java.util.regex.Pattern;

/** The name of a Git blob: equal content, equal id. */
public record BlobId(String hex) {
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if it is not a full object name
   */
  public BlobId {
    if (!FULL.matcher(hex).matches()) {
      throw new IllegalArgumentException("\"" + hex + "\" is not a full blob id");
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
