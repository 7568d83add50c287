package dev.countersign.samples.inference;

import dev.countersign.samples.inference.model.Predictor;
import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the sample app; see {@link ArchitectureRules}. */
class InferenceArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.samples.inference";

  InferenceArchitectureTest() {
    super(ROOT);
  }

  @Test
  void requestsAreReadWithoutIo() {
    ArchitectureRules.domainIsPure(classes, ROOT + ".input..");
  }

  @Test
  void onlyTheMainClassTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(Predictor.class, Predictor.Loader.class));
  }
}
