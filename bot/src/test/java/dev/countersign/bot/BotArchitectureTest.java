package dev.countersign.bot;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.web.ReviewPages;
import dev.countersign.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code bot}; see {@link ArchitectureRules}. */
class BotArchitectureTest {
  private static final String ROOT = "dev.countersign.bot";
  private final JavaClasses classes = ArchitectureRules.mainClassesOf(ROOT);

  @Test
  void packagesFormNoCycles() {
    ArchitectureRules.noPackageCycles(classes, ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(
        classes,
        ROOT + ".forge",
        ROOT + ".identity",
        ROOT + ".review",
        ROOT + ".text",
        ROOT + ".config");
  }

  @Test
  void vendorsStayInTheirAdapter() {
    ArchitectureRules.vendorsStayInTheirAdapter(classes);
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".cli..");
    ArchitectureRules.nothingDangerous(classes);
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes, List.of(Forge.class, MergeRule.class, ReviewPages.class));
  }
}
