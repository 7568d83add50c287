package dev.countersign.ci.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables that a child process is given: those that programs commonly need, and those that
 * the configuration names. Everything else, tokens of the CI job above all, stays here (I13).
 */
final class ChildEnvironment {
  private static final Set<String> COMMON =
      Set.of(
          "PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME", "LD_LIBRARY_PATH");

  private ChildEnvironment() {}

  /** The allowed part of an environment. */
  static Map<String, String> allowed(Map<String, String> environment, Set<String> named) {
    Map<String, String> allowed = new TreeMap<>(environment);
    allowed.keySet().removeIf(name -> !COMMON.contains(name) && !named.contains(name));
    return allowed;
  }

  /** The environment of this process, as a child would inherit it. */
  static Map<String, String> ofThisProcess() {
    return Map.copyOf(new ProcessBuilder().environment());
  }
}
