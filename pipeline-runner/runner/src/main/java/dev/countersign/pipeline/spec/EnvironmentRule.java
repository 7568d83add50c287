package dev.countersign.pipeline.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only environment variables that a step gets (invariants I9, I13).
 *
 * @param pass names of variables handed on if they are set; their values do not count for the cache
 * @param set variables with a value of the pipeline's own
 */
public record EnvironmentRule(List<String> pass, Map<String, String> set) {
  /** Steps get {@code PATH} and nothing else. */
  public static final EnvironmentRule PATH_ONLY = new EnvironmentRule(List.of("PATH"), Map.of());

  public EnvironmentRule {
    pass = List.copyOf(pass);
    set = Map.copyOf(set);
  }

  /** The variables of a step, out of those that the runner was given. */
  public Map<String, String> apply(Map<String, String> given) {
    Map<String, String> allowed = new LinkedHashMap<>(given);
    allowed.keySet().retainAll(pass);
    allowed.putAll(set);
    return Map.copyOf(allowed);
  }
}
