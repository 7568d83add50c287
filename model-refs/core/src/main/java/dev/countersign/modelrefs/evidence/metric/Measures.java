package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.bootstrap.Measure;
import dev.countersign.modelrefs.evidence.bootstrap.Units;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import dev.countersign.modelrefs.evidence.rows.Scores;
import dev.countersign.modelrefs.run.MetricDefinition;
import java.util.List;
import java.util.Optional;

/** Makes the measures of one model's scores; sorts them once. Not thread-safe. */
public final class Measures {
  /** Up to this many rows, rank metrics are computed anew for every resample. */
  static final int EXACT_RANK_ROWS = 20_000;

  private final Predictions predictions;
  private final Scores scores;
  private final Units units;
  private Optional<ScoreBlocks> blocks = Optional.empty();

  /** Measures of the given scores, resampled in the given units. */
  public Measures(Predictions predictions, Scores scores, Units units) {
    this.predictions = predictions;
    this.scores = scores;
    this.units = units;
  }

  /** The given metrics over some rows, in the order of the definitions. */
  public Measure over(RowSet rows, List<MetricDefinition> definitions) {
    return switch (predictions.task()) {
      case REGRESSION -> sums(rows, new RegressionTerms(predictions, scores), definitions);
      case BINARY -> binary(rows, definitions);
      case MULTICLASS ->
          sums(rows, new MulticlassTerms(predictions, scores, definitions), definitions);
    };
  }

  private Measure binary(RowSet rows, List<MetricDefinition> definitions) {
    List<MetricDefinition> ranks = definitions.stream().filter(Measures::ranks).toList();
    List<MetricDefinition> others = definitions.stream().filter(d -> !ranks(d)).toList();
    BinaryScores binary = BinaryScores.of(predictions, scores, definitions);
    if (ranks.isEmpty()) {
      return sums(rows, new BinaryTerms(binary, others), others);
    }
    Measure ranked = ranked(rows, ranks, blocks(binary));
    if (others.isEmpty()) {
      return ranked;
    }
    Measure sums = sums(rows, new BinaryTerms(binary, others), others);
    return new JoinedMeasure(
        definitions.stream().map(d -> ranks(d) ? ranked : sums).toList(),
        definitions.stream().map(d -> (ranks(d) ? ranks : others).indexOf(d)).toList());
  }

  private Measure ranked(RowSet rows, List<MetricDefinition> ranks, ScoreBlocks sorted) {
    return rows.size() <= EXACT_RANK_ROWS
        ? new RankMeasure(sorted, rows, units, names(ranks))
        : sums(rows, RankInfluence.of(sorted, rows), ranks);
  }

  private ScoreBlocks blocks(BinaryScores binary) {
    ScoreBlocks sorted = blocks.orElseGet(() -> ScoreBlocks.of(binary));
    blocks = Optional.of(sorted);
    return sorted;
  }

  private Measure sums(RowSet rows, Terms terms, List<MetricDefinition> definitions) {
    return new SumMeasure(rows, units, terms, names(definitions));
  }

  private static boolean ranks(MetricDefinition definition) {
    return MetricCatalogue.ranks(definition.name());
  }

  private static List<String> names(List<MetricDefinition> definitions) {
    return definitions.stream().map(MetricDefinition::name).toList();
  }
}
