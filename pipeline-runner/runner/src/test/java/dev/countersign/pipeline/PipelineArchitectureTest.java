package dev.countersign.pipeline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
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
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(classes, ROOT + ".spec");
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(PipelineEngine.class, RunListener.class));
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
