package dev.countersign.samples.inference;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.samples.inference.model.Predictor;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the sample app; see {@link ArchitectureRules}. */
class InferenceArchitectureTest {
  private static final String ROOT = "dev.countersign.samples.inference";

  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
  }

  @Test
  void requestsAreReadWithoutIo() {
    ArchitectureRules.domainIsPure(classes, ROOT + ".input..");
  }

  @Test
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void onlyTheMainClassTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT);
    ArchitectureRules.nothingDangerous(classes);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(Predictor.class, Predictor.Loader.class));
  }
}
