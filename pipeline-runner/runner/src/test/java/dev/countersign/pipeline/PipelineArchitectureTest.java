package dev.countersign.pipeline;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.pipeline.engine.RunListener;
import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code pipeline-runner/runner}; see {@link ArchitectureRules}. */
class PipelineArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.pipeline";

  PipelineArchitectureTest() {
    super(ROOT);
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
  void nothingTouchesTheProcess() {
    ArchitectureRules.nothingTouchesTheProcess(classes);
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
