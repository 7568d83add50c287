package dev.countersign.samples.diamonds;

import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code pipeline-runner/diamonds}; see {@link ArchitectureRules}. */
class DiamondsArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.samples.diamonds";

  DiamondsArchitectureTest() {
    super(ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(classes, ROOT + ".data..", ROOT + ".model..");
  }

  @Test
  void onlyTheCommandTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".cli..");
  }
}
