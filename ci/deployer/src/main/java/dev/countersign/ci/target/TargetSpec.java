package dev.countersign.ci.target;

import java.util.List;
import java.util.Map;

/**
 * A target as the configuration describes it.
 *
 * @param name unique within the environment
 * @param kind {@code process}, later others
 * @param argv for kinds that start a program; never a shell string
 * @param settings further keys of that kind, checked by its adapter
 */
public record TargetSpec(
    String name, String kind, List<String> argv, Map<String, String> settings) {
  public TargetSpec {
    argv = List.copyOf(argv);
    settings = Map.copyOf(settings);
  }
}
