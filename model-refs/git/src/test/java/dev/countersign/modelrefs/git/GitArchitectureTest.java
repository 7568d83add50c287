package dev.countersign.modelrefs.git;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code model-refs/git}; see {@link ArchitectureRules}. */
class GitArchitectureTest {
  private static final String ROOT = "dev.countersign.modelrefs.git";
  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, "dev.countersign.modelrefs");
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
    ArchitectureRules.portsAreSmallAndPlain(classes, List.of(GitRepository.class));
  }
}
