package dev.countersign.pipeline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.countersign.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code pipeline-runner/runner}; see {@link ArchitectureRules}. */
class PipelineArchitectureTest {
  private static final String ROOT = "dev.countersign.pipeline";
  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
  }

  @Test
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void nothingTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, "none");
    ArchitectureRules.nothingDangerous(classes);
  }

  @Test
  void pipelinesKnowNeitherCiNorBot() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.countersign.ci..", "dev.countersign.bot..")
        .check(classes);
  }
}
