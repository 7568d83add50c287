package dev.countersign.modelrefs.git;

import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code model-refs/git}; see {@link ArchitectureRules}. */
class GitArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.modelrefs.git";

  GitArchitectureTest() {
    super(ROOT);
  }

  @Test
  void nothingTouchesTheProcess() {
    ArchitectureRules.nothingTouchesTheProcess(classes);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(classes, List.of(GitRepository.class));
  }
}
