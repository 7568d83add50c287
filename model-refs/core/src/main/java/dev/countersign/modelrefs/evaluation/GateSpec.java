package dev.countersign.modelrefs.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A gate of the configuration.
 *
 * @param id unique within its environment; names the gate in statuses and waivers
 * @param metric the metric it looks at
 * @param bound the relative margin of {@code superior}, {@code nonInferior} and {@code slices}
 *     (0.01 is 1 %), the relative tolerance of {@code notWorseThan}, the value of {@code atLeast}
 *     and {@code atMost}
 * @param other the metric that {@code notWorseThan} compares with; empty for other kinds
 * @param columns the slice columns of {@code slices}; empty for other kinds
 * @param minimumRows slices with fewer rows are not judged
 * @param note one sentence for the reviewer, for example why the gate is weak; may be empty
 */
public record GateSpec(
    String id,
    GateKind kind,
    String metric,
    double bound,
    Optional<String> other,
    List<String> columns,
    int minimumRows,
    String note) {
  public GateSpec {
    columns = List.copyOf(columns);
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException("gate \"" + id + "\" has no finite bound");
    }
  }
}
