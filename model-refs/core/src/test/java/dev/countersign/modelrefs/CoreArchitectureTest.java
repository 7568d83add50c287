package dev.countersign.modelrefs;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code model-refs/core}; see {@link ArchitectureRules}. */
class CoreArchitectureTest {
  private static final String ROOT = "dev.countersign.modelrefs";
  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(
        classes,
        ROOT + ".value..",
        ROOT + ".evaluation..",
        ROOT + ".reference..",
        ROOT + ".evidence",
        ROOT + ".evidence.rows..",
        ROOT + ".evidence.bootstrap..",
        ROOT + ".evidence.metric..",
        ROOT + ".evidence.curve..",
        ROOT + ".evidence.gate..");
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
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(ArtifactStore.class, EvidenceStore.class));
  }
}
