package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Measure;
import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Metrics that are functions of sums over rows. */
final class SumMeasure implements Measure {
  private final UnitSums sums;
  private final List<ToDoubleFunction<double[]>> formulas;

  SumMeasure(RowSet rows, Units units, Terms terms, List<String> metrics) {
    this.sums = UnitSums.of(rows, units, terms);
    this.formulas = metrics.stream().map(terms::formula).toList();
  }

  @Override
  public int size() {
    return formulas.size();
  }

  @Override
  public void at(int[] counts, double[] values) {
    double[] totals = sums.totals(counts);
    for (int metric = 0; metric < values.length; metric++) {
      values[metric] = formulas.get(metric).applyAsDouble(totals);
    }
  }
}
