package dev.countersign.pipeline.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which step needs which. Steps that are named but do not exist are passed over. */
public final class StepGraph {
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  /** The graph of a pipeline's steps. */
  public StepGraph(List<StepSpec> steps) {
    steps.forEach(step -> needs.put(step.name(), new LinkedHashSet<>(step.needs())));
    needs.values().forEach(names -> names.retainAll(needs.keySet()));
  }

  /** A cycle as {@code [a, b, a]}; empty if there is none. */
  public Optional<List<String>> cycle() {
    Set<String> done = new LinkedHashSet<>();
    for (String step : needs.keySet()) {
      Optional<List<String>> cycle = cycleFrom(step, new ArrayList<>(), done);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    return Optional.empty();
  }

  /** The step and everything it needs, directly or not. */
  public Set<String> upstream(String step) {
    Set<String> found = new LinkedHashSet<>();
    collect(step, needs, found);
    return found;
  }

  /** The step and everything that needs it, directly or not. */
  public Set<String> downstream(String step) {
    Map<String, Set<String>> users = new LinkedHashMap<>();
    needs.forEach(
        (user, used) ->
            used.forEach(
                name -> users.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(user)));
    Set<String> found = new LinkedHashSet<>();
    collect(step, users, found);
    return found;
  }

  private static void collect(String step, Map<String, Set<String>> edges, Set<String> found) {
    if (found.add(step)) {
      edges.getOrDefault(step, Set.of()).forEach(next -> collect(next, edges, found));
    }
  }

  private Optional<List<String>> cycleFrom(String step, List<String> path, Set<String> done) {
    int before = path.indexOf(step);
    if (before >= 0) {
      List<String> cycle = new ArrayList<>(path.subList(before, path.size()));
      cycle.add(step);
      return Optional.of(cycle);
    }
    if (!done.add(step)) {
      return Optional.empty();
    }
    path.add(step);
    for (String next : needs.getOrDefault(step, Set.of())) {
      Optional<List<String>> cycle = cycleFrom(next, path, done);
      if (cycle.isPresent()) {
        return cycle;
      }
    }
    path.remove(path.size() - 1);
    return Optional.empty();
  }
}
