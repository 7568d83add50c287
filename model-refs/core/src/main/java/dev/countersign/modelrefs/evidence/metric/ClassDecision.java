package dev.countersign.modelrefs.evidence.metric;

import dev.countersign.modelrefs.evidence.rows.Scores;

/** Which class a multiclass model predicts. */
public final class ClassDecision {
  private ClassDecision() {}

  /** The position of the most probable class; the first one on a tie. */
  public static int predicted(Scores scores, int row) {
    int best = 0;
    for (int label = 1; label < scores.columns().size(); label++) {
      if (scores.columns().get(label).at(row) > scores.columns().get(best).at(row)) {
        best = label;
      }
    }
    return best;
  }
}
