package dev.countersign.modelrefs.value;

import java.util.Locale;

/** How an enum's constant is written outside, the same in every locale. */
public final class WireName {
  private WireName() {}

  /** Lower camel case, as JSON formats have it: {@code NON_INFERIOR} is {@code nonInferior}. */
  public static String camelCase(Enum<?> constant) {
    String[] words = lower(constant).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** With hyphens, as labels and options have it: {@code non-inferior}. */
  public static String hyphenated(Enum<?> constant) {
    return lower(constant).replace('_', '-');
  }

  /** In words, for people: {@code non inferior}. */
  public static String words(Enum<?> constant) {
    return lower(constant).replace('_', ' ');
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
