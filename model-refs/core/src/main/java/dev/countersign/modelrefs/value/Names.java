package dev.countersign.modelrefs.value;

import java.util.Set;
import java.util.regex.Pattern;

/** The rule for names of models and environments. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Set<String> RESERVED = Set.of("deployments", "outcomes", "assets", "revoke");

  private Names() {}

  static String check(String kind, String value) {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a %s name; use 1 to 63 of a-z, 0-9 and -, not starting or ending with -"
              .formatted(value, kind));
    }
    if (RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is reserved and cannot name a %s; reserved are %s"
              .formatted(value, kind, String.join(", ", RESERVED.stream().sorted().toList())));
    }
    return value;
  }
}
