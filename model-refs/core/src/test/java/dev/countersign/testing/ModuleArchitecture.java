package dev.countersign.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules that hold in every module; a module's test adds its own. */
public abstract class ModuleArchitecture {
  /** The module's root package. */
  protected final String root;

  /** The module's main classes. */
  protected final JavaClasses classes;

  protected ModuleArchitecture(String root) {
    this.root = root;
    this.classes = ArchitectureRules.mainClassesOf(root);
  }

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, root.substring(0, root.lastIndexOf('.')));
  }

  @Test
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void noAdapterImportsAnother() {
    AdapterRules.noAdapterImportsAnother(classes);
  }

  @Test
  void nothingDangerousIsDone() {
    DangerRules.nothingDangerous(classes);
    DangerRules.secretsAreNeitherComparedNorPrinted(classes);
    DangerRules.noShell(Path.of("src/main/java"));
  }
}
