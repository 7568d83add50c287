package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.evidence.rows.Scores;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** One of the models in a picture. */
record Model(String name, Scores scores, boolean isLive) {
  /** The live model, if it is comparable and its predictions are there, and the candidate. */
  static List<Model> of(PlotRequest request) {
    Predictions predictions = request.predictions();
    List<Model> models = new ArrayList<>();
    request
        .evaluation()
        .baseline()
        .filter(BaselineComparison::comparable)
        .flatMap(baseline -> predictions.baseline(baseline.artifactDigest()))
        .ifPresent(scores -> models.add(new Model(request.liveName(), scores, true)));
    models.add(new Model(request.candidateName(), predictions.candidate(), false));
    return models;
  }

  Color colour() {
    return isLive ? Palette.LIVE : Palette.CANDIDATE;
  }

  /** Thin and thick, so that colour is not all that tells the lines apart. */
  float lineWidth() {
    return isLive ? 1.4f : 2.8f;
  }

  double at(int row) {
    return scores.columns().get(0).at(row);
  }
}
