package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The sums of each unit's terms, kept sparse. A resample's sums are the units' sums, each as often
 * as the unit was drawn. Immutable.
 */
final class UnitSums {
  private final int terms;
  private final int[] units;
  private final int[] starts;
  private final int[] term;
  private final double[] value;

  private UnitSums(int terms, Collector collected) {
    this.terms = terms;
    this.units = collected.units.build().toArray();
    this.starts = collected.starts.build().toArray();
    this.term = collected.term.build().toArray();
    this.value = collected.value.build().toArray();
  }

  /** The sums over some rows. */
  static UnitSums of(RowSet rows, Units units, Terms terms) {
    Collector collector = new Collector(terms.size());
    int unit = -1;
    for (int row : units.sortedByUnit(rows)) {
      if (units.of(row) != unit) {
        collector.close(unit);
        unit = units.of(row);
      }
      terms.of(row, collector);
    }
    collector.close(unit);
    return new UnitSums(terms.size(), collector);
  }

  /** The sums with each unit counted as often as it was drawn. */
  double[] totals(int[] counts) {
    double[] totals = new double[terms];
    for (int i = 0; i < units.length; i++) {
      int count = counts[units[i]];
      if (count != 0) {
        for (int entry = starts[i]; entry < starts[i + 1]; entry++) {
          totals[term[entry]] += count * value[entry];
        }
      }
    }
    return totals;
  }

  /** Adds up the terms of one unit at a time. */
  private static final class Collector implements Terms.Sink {
    private final IntStream.Builder units = IntStream.builder();
    private final IntStream.Builder starts = IntStream.builder();
    private final IntStream.Builder term = IntStream.builder();
    private final DoubleStream.Builder value = DoubleStream.builder();
    private final double[] sums;
    private final boolean[] seen;
    private final int[] touched;
    private int touchedCount;
    private int entries;

    Collector(int terms) {
      sums = new double[terms];
      seen = new boolean[terms];
      touched = new int[terms];
      starts.add(0);
    }

    @Override
    public void add(int index, double amount) {
      if (!seen[index]) {
        seen[index] = true;
        touched[touchedCount++] = index;
      }
      sums[index] += amount;
    }

    void close(int unit) {
      if (unit < 0) {
        return;
      }
      units.add(unit);
      for (int i = 0; i < touchedCount; i++) {
        int index = touched[i];
        term.add(index);
        value.add(sums[index]);
        sums[index] = 0;
        seen[index] = false;
      }
      entries += touchedCount;
      touchedCount = 0;
      starts.add(entries);
    }
  }
}
