package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.web.ReviewSite;
import dev.countersign.bot.web.WebSettings;
import dev.countersign.bot.wiring.ReviewSites;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the local forge's page, until it is interrupted. */
@Command(
    name = "serve",
    description = "Serve the local forge's page on this machine, until interrupted.")
public final class ServeCommand extends BotCommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + WebSettings.DEFAULT_PORT)
  private int port = WebSettings.DEFAULT_PORT;

  @Override
  protected Result execute() {
    Path repository =
        options()
            .folder()
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.USAGE,
                        "the page is that of a repository in a folder; give --repository PATH"));
    try (Session session = open();
        ReviewSite site = ReviewSites.start(repository, session.branch(), port, session.actor())) {
      console().tell("the page is at " + site.uri() + " (Ctrl-C ends it)");
      waitForTheEnd();
    }
    return Result.done(Result.object(), "");
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "the page was stopped", e);
    }
  }
}
