package dev.countersign.ci;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.ci.deploy.Targets;
import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code ci/deployer}; see {@link ArchitectureRules}. */
class CiArchitectureTest {
  private static final String ROOT = "dev.countersign.ci";

  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
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
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void onlyTheFrontProcessTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".process.front..");
    ArchitectureRules.nothingDangerous(classes);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(DeployTarget.class, MergeRequests.class, Settings.class, Targets.class));
  }
}
