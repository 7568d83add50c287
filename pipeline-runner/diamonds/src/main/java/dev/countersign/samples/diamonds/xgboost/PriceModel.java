package dev.countersign.samples.diamonds.xgboost;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.model.InputSchema;
import dev.countersign.samples.diamonds.model.InputSchemaJson;
import dev.countersign.samples.diamonds.model.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A model of the price. The same rows and settings give the same bytes: a training uses one thread.
 */
public final class PriceModel {
  /** The model's file in the artifact's folder. */
  public static final String MODEL_FILE = "model.ubj";

  /** The file that describes its inputs, beside it. */
  public static final String SCHEMA_FILE = "input-schema.json";

  private final InputSchema schema;
  private final Booster booster;

  private PriceModel(InputSchema schema, Booster booster) {
    this.schema = schema;
    this.booster = booster;
  }

  /** Trains a model. */
  public static PriceModel train(List<Diamond> rows, Training training) {
    return NativeLibrary.use(
        () -> {
          DMatrix matrix = matrix(InputSchema.DIAMONDS, rows);
          matrix.setLabel(values(rows, Diamond::priceUsd));
          matrix.setWeight(values(rows, training::weight));
          Booster booster =
              XGBoost.train(matrix, settings(training), training.rounds(), Map.of(), null, null);
          matrix.dispose();
          return new PriceModel(InputSchema.DIAMONDS, booster);
        });
  }

  /**
   * Loads an artifact.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if it is not one of this sample's
   */
  public static PriceModel load(Path folder) {
    try {
      byte[] schema = Files.readAllBytes(folder.resolve(SCHEMA_FILE));
      InputSchema inputs = InputSchemaJson.decode(schema, SCHEMA_FILE);
      byte[] model = Files.readAllBytes(folder.resolve(MODEL_FILE));
      return NativeLibrary.use(() -> new PriceModel(inputs, XGBoost.loadModel(model)));
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is not a model of this sample: %s".formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Writes the artifact's files into a folder. */
  public void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(MODEL_FILE), NativeLibrary.use(() -> booster.toByteArray("ubj")));
    Files.write(folder.resolve(SCHEMA_FILE), InputSchemaJson.encode(schema));
  }

  /** Prices in US dollars, in the order of the rows. */
  public double[] predict(List<Diamond> rows) {
    float[][] prices =
        NativeLibrary.use(
            () -> {
              DMatrix matrix = matrix(schema, rows);
              float[][] predicted = booster.predict(matrix);
              matrix.dispose();
              return predicted;
            });
    double[] result = new double[prices.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = prices[i][0];
    }
    return result;
  }

  /** The total gain of each feature's splits. */
  public Map<String, Double> importance() {
    String[] names = schema.names().toArray(String[]::new);
    return NativeLibrary.use(() -> new TreeMap<>(booster.getScore(names, "total_gain")));
  }

  private static DMatrix matrix(InputSchema schema, List<Diamond> rows) throws XGBoostError {
    return new DMatrix(schema.matrix(rows), rows.size(), schema.features().size(), Float.NaN);
  }

  private static float[] values(List<Diamond> rows, ToDoubleFunction<Diamond> value) {
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(rows.get(i));
    }
    return values;
  }

  private static Map<String, Object> settings(Training training) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("objective", "reg:squarederror");
    settings.put("tree_method", "hist");
    settings.put("nthread", 1);
    settings.put("max_depth", training.maxDepth());
    settings.put("eta", training.eta());
    settings.put("subsample", training.subsample());
    settings.put("seed", training.seed());
    return settings;
  }
}
