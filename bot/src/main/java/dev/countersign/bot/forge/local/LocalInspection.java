package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.bot.forge.inspection.ServerFacts;
import java.util.Map;
import java.util.Optional;

/**
 * The local forge keeps nobody out: whoever may write the folder may do everything, and everybody
 * is who they say they are.
 */
public final class LocalInspection implements ForgeInspection {
  private final LocalForgeSettings settings;

  public LocalInspection(LocalForgeSettings settings) {
    this.settings = settings;
  }

  @Override
  public ForgeFacts inspect(ForgeQuestions questions) {
    return new ForgeFacts(
        new ServerFacts("the local forge, inside the repository", "", Optional.empty()),
        new LoginFacts(
            "none is needed: nobody is kept out, and everybody is believed to be who they say they are",
            Optional.of(settings.bot().login()),
            Optional.empty()),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
