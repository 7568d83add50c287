package dev.countersign.samples.diamonds;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code pipeline-runner/diamonds}; see {@link ArchitectureRules}. */
class DiamondsArchitectureTest {
  private static final String ROOT = "dev.countersign.samples.diamonds";
  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(classes, ROOT + ".data..", ROOT + ".model..");
  }

  @Test
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void onlyTheCommandTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".cli..");
    ArchitectureRules.nothingDangerous(classes);
  }
}
