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

  private UnitSums(int terms, Entries entries) {
    this.terms = terms;
    this.units = entries.units.build().toArray();
    this.starts = entries.starts.build().toArray();
    this.term = entries.term.build().toArray();
    this.value = entries.value.build().toArray();
  }

  /** The sums over some rows. */
  static UnitSums of(RowSet rows, Units units, Terms terms) {
    double[][] sums = new double[units.count()][];
    Target target = new Target();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.at(i);
      int unit = units.of(row);
      if (sums[unit] == null) {
        sums[unit] = new double[terms.size()];
      }
      target.sums = sums[unit];
      terms.of(row, target);
    }
    Entries entries = new Entries();
    for (int unit = 0; unit < sums.length; unit++) {
      if (sums[unit] != null) {
        entries.add(unit, sums[unit]);
      }
    }
    return new UnitSums(terms.size(), entries);
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

  /** Adds the terms of rows to the sums of their unit. */
  private static final class Target implements Terms.Sink {
    private double[] sums = {};

    @Override
    public void add(int index, double amount) {
      sums[index] += amount;
    }
  }

  /** The terms of units that are not zero. */
  private static final class Entries {
    private final IntStream.Builder units = IntStream.builder();
    private final IntStream.Builder starts = IntStream.builder().add(0);
    private final IntStream.Builder term = IntStream.builder();
    private final DoubleStream.Builder value = DoubleStream.builder();
    private int count;

    void add(int unit, double[] sums) {
      units.add(unit);
      for (int index = 0; index < sums.length; index++) {
        if (sums[index] != 0) {
          term.add(index);
          value.add(sums[index]);
          count++;
        }
      }
      starts.add(count);
    }
  }
}
