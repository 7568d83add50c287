package dev.countersign.samples.diamonds.evaluation;

import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.model.Training;
import dev.countersign.samples.diamonds.xgboost.PriceModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics a run reports, by name. Those that predictions can show ({@code rmse}, {@code r2})
 * are checked against them later; the others are declared:
 *
 * <ul>
 *   <li>{@code cv_rmse}: ten-fold cross-validated RMSE of the training rows;
 *   <li>{@code rmse_gap}: how much larger the RMSE of the test rows is than that of the training
 *       rows, as a share of the latter;
 *   <li>{@code rmse_all}: RMSE of training and test rows together. A sanity check, and a weak one:
 *       four rows in five were trained on, so it is small for a model that only remembers.
 * </ul>
 */
public record Measured(Map<String, Double> metrics) {
  public Measured {
    metrics = Map.copyOf(metrics);
  }

  /** Measures a model. */
  public static Measured of(
      PriceModel model, List<Diamond> train, List<Diamond> test, Training training) {
    double[] tested = model.predict(test);
    double rmse = Errors.rmse(test, tested);
    double trained = Errors.rmse(train, model.predict(train));
    List<Diamond> all = new ArrayList<>(train);
    all.addAll(test);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("rmse", rmse);
    metrics.put("r2", Errors.r2(test, tested));
    metrics.put("cv_rmse", CrossValidation.rmse(train, training));
    metrics.put("rmse_gap", rmse / trained - 1);
    metrics.put("rmse_all", Errors.rmse(all, model.predict(all)));
    return new Measured(metrics);
  }
}
