package dev.countersign.bot;

import dev.countersign.bot.chat.NoticeClaims;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.web.ReviewPages;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.EvidenceStore;
import dev.countersign.pipeline.engine.PipelineEngine;
import dev.countersign.testing.AdapterRules;
import dev.countersign.testing.ArchitectureRules;
import dev.countersign.testing.ModuleArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the module {@code bot}; see {@link ArchitectureRules}. */
class BotArchitectureTest extends ModuleArchitecture {
  private static final String ROOT = "dev.countersign.bot";

  BotArchitectureTest() {
    super(ROOT);
  }

  @Test
  void domainPackagesArePure() {
    ArchitectureRules.domainIsPure(
        classes,
        ROOT + ".chat",
        ROOT + ".doctor",
        ROOT + ".forge",
        ROOT + ".forge.inspection",
        ROOT + ".identity",
        ROOT + ".review",
        ROOT + ".text",
        ROOT + ".config");
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    ArchitectureRules.onlyCliTouchesTheProcess(classes, ROOT + ".cli..");
  }

  @Test
  void adaptersAreMadeInWiringOnly() {
    AdapterRules.adaptersAreMadeInOnePlace(
        classes,
        ROOT + ".wiring..",
        List.of(
            Forge.class,
            RequestListing.class,
            ForgeInspection.class,
            ForgeSignals.class,
            Notifier.class,
            ArtifactStore.class,
            EvidenceStore.class,
            DeployTarget.class,
            PipelineEngine.class),
        List.of(JGitRepositories.class));
  }

  @Test
  void portsAreSmallAndPlain() {
    ArchitectureRules.portsAreSmallAndPlain(
        classes,
        List.of(
            Forge.class,
            RequestListing.class,
            ForgeInspection.class,
            ForgeSignals.class,
            NoticeClaims.class,
            Notifier.class,
            MergeRule.class,
            ReviewPages.class));
  }
}
