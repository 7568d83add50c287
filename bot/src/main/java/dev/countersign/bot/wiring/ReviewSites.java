package dev.countersign.bot.wiring;

import dev.countersign.bot.approval.MergeConditions;
import dev.countersign.bot.config.ConfigSource;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeSettings;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.web.ReviewSite;
import dev.countersign.bot.web.SiteParts;
import dev.countersign.bot.web.WebSettings;
import dev.countersign.bot.web.review.CandidateReviews;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.GitRepository;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the local forge's page together. */
public final class ReviewSites {
  private ReviewSites() {}

  /**
   * Starts the page of a repository, on this machine only.
   *
   * @param port 0 for any free one
   * @param acting in whose name decisions are made unless the person says otherwise
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ENVIRONMENT_UNAVAILABLE} if
   *     the port is taken
   */
  public static ReviewSite start(Path repository, String branch, int port, Identity acting) {
    WebSettings settings = WebSettings.loopback(port, acting);
    LocalForgeSettings forge =
        new LocalForgeSettings(
            OpenForge.BOT, URI.create("http://127.0.0.1/"), Clock.systemUTC(), true);
    return ReviewSite.start(
        settings,
        new SiteParts(
            () -> Repositories.open(repository),
            git -> new LocalForge(git, forge),
            git -> new LocalDesk(git, forge, protection(git, branch)),
            new CandidateReviews(branch)));
  }

  private static MergeRule protection(GitRepository git, String branch) {
    return new MergeConditions(git, new ConfigSource(git), () -> ConfigSource.tipOf(git, branch));
  }
}
