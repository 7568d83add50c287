package dev.countersign.samples.inference.xgboost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.samples.inference.SampleModel;
import dev.countersign.samples.inference.model.Predictor;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

class XGBoostPredictorTest {
  @Test
  void predictsWhatTheBoosterPredicts() throws Exception {
    byte[] model = SampleModel.ubj();
    Booster booster = XGBoost.loadModel(model);
    float[] cells = {0.3f, 1, 60, 2.1f, 2, 62};
    float[][] expected = booster.predict(new DMatrix(cells, 2, 3, Float.NaN));

    Predictor predictor = XGBoostPredictor.load(model);

    assertThat(predictor.predict(List.of(List.of(0.3f, 1f, 60f), List.of(2.1f, 2f, 62f))))
        .containsExactly(expected[0][0], expected[1][0]);
  }

  @Test
  void refusesBytesThatAreNoModel() {
    assertThatThrownBy(() -> XGBoostPredictor.load("{\"no\": \"model\"}".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID));
  }

  @Test
  void namesThePackage_whenTheSystemLibraryIsMissing() {
    Throwable dlopen =
        new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file: No such file");

    CountersignException failure =
        XGBoostPredictor.failure(new ExceptionInInitializerError(new RuntimeException(dlopen)));

    assertThat(failure.code()).isEqualTo(ErrorCode.LIBRARY_MISSING);
    assertThat(failure).hasMessageContaining("install the package \"libgomp1\"");
  }
}
