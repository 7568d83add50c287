package dev.countersign.samples.inference.xgboost;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.samples.inference.model.Predictor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster that predicts in place, which XGBoost allows from several threads at once. Batches are
 * small, so each uses one thread.
 */
public final class XGBoostPredictor implements Predictor {
  private static final String NATIVE_NEED = "libgomp";

  private final Booster booster;

  private XGBoostPredictor(Booster booster) {
    this.booster = booster;
  }

  /** Makes a booster of a {@code model.ubj}; see {@link Predictor.Loader#load}. */
  public static Predictor load(byte[] model) {
    try {
      Booster booster = XGBoost.loadModel(model);
      booster.setParam("nthread", 1);
      return new XGBoostPredictor(booster);
    } catch (XGBoostError | IOException | LinkageError e) {
      throw failure(e);
    }
  }

  /** Tells a missing system library from bytes that are no model. */
  static CountersignException failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(NATIVE_NEED)) {
        return new CountersignException(
            ErrorCode.LIBRARY_MISSING,
            "XGBoost needs the library \"libgomp.so.1\"; install the package \"libgomp1\"",
            thrown);
      }
    }
    return new CountersignException(
        ErrorCode.INPUT_INVALID, "\"model.ubj\" is not a model that XGBoost reads", thrown);
  }

  @Override
  public List<Float> predict(List<List<Float>> rows) {
    int columns = rows.get(0).size();
    float[] cells = new float[rows.size() * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = rows.get(i / columns).get(i % columns);
    }
    try {
      float[][] predicted = booster.inplace_predict(cells, rows.size(), columns, Float.NaN);
      return Arrays.stream(predicted).map(outputs -> outputs[0]).toList();
    } catch (XGBoostError e) {
      throw new CountersignException(ErrorCode.BUG, "XGBoost cannot predict: " + e.getMessage(), e);
    }
  }
}
