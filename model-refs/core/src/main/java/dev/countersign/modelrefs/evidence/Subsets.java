package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import dev.countersign.modelrefs.evidence.rows.SliceColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts predictions into slices. */
final class Subsets {
  private final Predictions predictions;
  private final List<SliceFamily> families;
  private final int minimumRows;

  /** Slices are large enough by the smallest minimum of a family that looks at them. */
  Subsets(Predictions predictions, List<SliceFamily> families, int minimumRows) {
    this.predictions = predictions;
    this.families = families;
    this.minimumRows = minimumRows;
  }

  /** All rows first, then the slices by column and value; empty slices are left out. */
  List<Subset> all() {
    Subset everything =
        new Subset(Optional.empty(), RowSet.all(predictions.rows()), predictions.rows() > 1);
    return Stream.concat(Stream.of(everything), predictions.slices().stream().flatMap(this::slices))
        .toList();
  }

  private Stream<Subset> slices(SliceColumn column) {
    int minimum =
        families.stream()
            .filter(family -> family.covers(column.name()))
            .mapToInt(SliceFamily::minimumRows)
            .min()
            .orElse(minimumRows);
    return IntStream.range(0, column.values().size())
        .mapToObj(code -> slice(column, code, minimum))
        .filter(subset -> subset.rows().size() > 0);
  }

  private static Subset slice(SliceColumn column, int code, int minimum) {
    int[] rows = column.rowsOf(code);
    SliceName name = new SliceName(column.name(), column.values().get(code));
    return new Subset(Optional.of(name), RowSet.of(rows), rows.length >= minimum);
  }
}
