package dev.countersign.ci;

import dev.countersign.ci.deploy.Targets;
import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code ci/deployer}; see {@link ArchitectureRules}. */
class CiArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.ci";

  CiArchitectureTest() {
    super(ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(
        classes,
        ROOT + ".promotion..",
        ROOT + ".target..",
        ROOT + ".approval..",
        ROOT + ".verify..");
  }

  @Test
  void onlyTheFrontProcessTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".process.front..");
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(DeployTarget.class, MergeRequests.class, Settings.class, Targets.class));
  }
}
