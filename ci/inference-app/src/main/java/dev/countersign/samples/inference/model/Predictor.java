package dev.countersign.samples.inference.model;

import java.util.List;

/** A model that was loaded. Thread-safe. */
public interface Predictor {
  /**
   * One prediction per row, in the order of the rows.
   *
   * @param rows at least one; all as long as the model has features
   */
  List<Float> predict(List<List<Float>> rows);

  /** Makes a model of the bytes of a model file. */
  interface Loader {
    /**
     * Loads a model.
     *
     * @throws dev.countersign.modelrefs.error.CountersignException {@code INPUT_INVALID} if the
     *     bytes are not a model, {@code LIBRARY_MISSING} naming the system's package
     */
    Predictor load(byte[] model);
  }
}
