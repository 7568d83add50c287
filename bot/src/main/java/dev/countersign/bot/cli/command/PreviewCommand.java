package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RunFacts;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.html.HtmlRenderer;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.wiring.Proposing;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preview}: the review of a run as one HTML file; nothing else is written. */
@Command(
    name = "preview",
    description = "Write the review of a run as one HTML file; change nothing else.")
public final class PreviewCommand extends BotCommand {
  @Parameters(paramLabel = "RUN", description = "The run bundle's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The HTML file; default: review.html.",
      defaultValue = "review.html")
  private Path target = Path.of("");

  @Mixin private EnvironmentOption environments = new EnvironmentOption();

  @Override
  protected Result execute() {
    try (Session session = open()) {
      BotConfig config = session.config();
      RunFacts facts = RunFacts.of(RunBundle.open(run), session.clock().instant());
      EnvironmentConfig environment = environments.of(config, facts.report().model()).get(0);
      Proposer proposer =
          new Proposing(session).proposer(facts.report().model(), ProposalListener.NONE);
      Proposer.Judgement judgement =
          proposer.judge(
              facts,
              environment,
              new Proposer.Options(true, Optional.of("none yet")),
              session.clock().instant());
      Optional<ReviewInput> input = proposer.preview(facts, environment, judgement);
      if (input.isEmpty()) {
        return new Result(
            judgement.plan().outcome().exit(), Result.object(), judgement.plan().reason());
      }
      write(new HtmlRenderer(LinkPolicy.NONE).page(Review.of(input.get())));
      return Result.done(
          Result.object().put("file", target.toString()), "the review is in " + target);
    }
  }

  private void write(String html) {
    try {
      Files.writeString(target, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
