package dev.countersign.modelrefs.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's version, {@code major.minor.patch} as in Semantic Versioning 2.0.0 without suffixes.
 */
public record ModelVersion(int major, int minor, int patch) implements Comparable<ModelVersion> {
  /** Which part of a version the next one raises. */
  public enum Bump {
    PATCH,
    MINOR,
    MAJOR
  }

  /** The version of a model's first reference in an environment. */
  public static final ModelVersion FIRST = new ModelVersion(1, 0, 0);

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})");
  private static final Comparator<ModelVersion> ORDER =
      Comparator.comparingInt(ModelVersion::major)
          .thenComparingInt(ModelVersion::minor)
          .thenComparingInt(ModelVersion::patch);

  public ModelVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException("a version's parts are not negative");
    }
  }

  /**
   * Parses {@code 1.2.3}.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public static ModelVersion parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a version; write three numbers, such as 1.2.0");
    }
    return new ModelVersion(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  /** The version after this one. */
  public ModelVersion next(Bump bump) {
    return switch (bump) {
      case PATCH -> new ModelVersion(major, minor, patch + 1);
      case MINOR -> new ModelVersion(major, minor + 1, 0);
      case MAJOR -> new ModelVersion(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(ModelVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
