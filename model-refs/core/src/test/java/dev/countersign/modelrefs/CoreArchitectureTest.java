package dev.countersign.modelrefs;

import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code model-refs/core}; see {@link ArchitectureRules}. */
class CoreArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.modelrefs";

  CoreArchitectureTest() {
    super(ROOT);
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
  void nothingTouchesTheProcess() {
    ArchitectureRules.nothingTouchesTheProcess(classes);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(ArtifactStore.class, EvidenceStore.class));
  }
}
