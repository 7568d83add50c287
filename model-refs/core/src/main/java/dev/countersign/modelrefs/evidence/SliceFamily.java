package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.evaluation.SliceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The slices that are judged together: one metric, one margin, and the slices that share the
 * correction for their number.
 *
 * @param columns the slice columns; empty for all
 */
record SliceFamily(String metric, double margin, List<String> columns, int minimumRows) {
  SliceFamily {
    columns = List.copyOf(columns);
  }

  /**
   * The families of a configuration: one per metric that a slice gate names, with the first such
   * gate's margin and minimum; further gates of the same metric and margin add their columns.
   * Without a slice gate, all slices of the primary metric with margin 0.
   */
  static List<SliceFamily> of(List<GateSpec> gates, String primary, int minimumRows) {
    Map<String, SliceFamily> families = new LinkedHashMap<>();
    for (GateSpec gate : gates) {
      if (gate.kind() == GateKind.SLICES) {
        SliceFamily family =
            new SliceFamily(gate.metric(), gate.bound(), gate.columns(), gate.minimumRows());
        families.merge(gate.metric(), family, SliceFamily::with);
      }
    }
    return families.isEmpty()
        ? List.of(new SliceFamily(primary, 0, List.of(), minimumRows))
        : List.copyOf(families.values());
  }

  /** Whether a slice belongs to this family. */
  boolean covers(String name, SliceName slice, int rows) {
    return metric.equals(name) && covers(slice.column()) && rows >= minimumRows;
  }

  boolean covers(String column) {
    return columns.isEmpty() || columns.contains(column);
  }

  private SliceFamily with(SliceFamily other) {
    if (other.margin != margin) {
      return this;
    }
    if (columns.isEmpty() || other.columns.isEmpty()) {
      return new SliceFamily(metric, margin, List.of(), Math.min(minimumRows, other.minimumRows));
    }
    List<String> both = new ArrayList<>(columns);
    other.columns.stream().filter(column -> !both.contains(column)).forEach(both::add);
    return new SliceFamily(metric, margin, both, Math.min(minimumRows, other.minimumRows));
  }
}
