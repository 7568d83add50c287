package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.CardComposer;
import dev.countersign.bot.chat.events.PossibleEvents;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.ProposalPlan;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RunFacts;
import dev.countersign.bot.review.Review;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.html.HtmlRenderer;
import dev.countersign.bot.text.LinkPolicy;
import dev.countersign.bot.wiring.ChatPreview;
import dev.countersign.bot.wiring.Proposing;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.modelrefs.value.WireName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preview}: the reviews of a run as HTML files; nothing else is written. */
@Command(
    name = "preview",
    description =
        "Write the review of a run as one HTML file per environment; change nothing else.")
public final class PreviewCommand extends BotCommand {
  @Parameters(paramLabel = "RUN", description = "The run bundle's folder.")
  private Path run = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "The HTML file; default: ${DEFAULT-VALUE}. With several environments: review-ENVIRONMENT.html.",
      defaultValue = "review.html")
  private Path target = Path.of("");

  @Option(
      names = "--chat",
      description = "Print what the chats would show of each event, by platform; write no file.")
  private boolean chat;

  @Mixin private EnvironmentOption environments = new EnvironmentOption();

  @Override
  protected Result execute() {
    try (Session session = open();
        RunFacts facts =
            RunFacts.of(RunBundle.open(run), session.stores(), session.clock().instant())) {
      ModelName model = facts.report().model();
      Proposer proposer = new Proposing(session).proposer(model, ProposalListener.NONE);
      List<EnvironmentConfig> chosen = environments.of(session.config(), model);
      if (chat) {
        return cards(proposer, facts, chosen.get(0), session.clock().instant());
      }
      List<Preview> previews = new ArrayList<>();
      for (EnvironmentConfig environment : chosen) {
        Path file = chosen.size() == 1 ? target : named(environment);
        previews.add(preview(proposer, facts, environment, file, session.clock().instant()));
      }
      return shown(previews);
    }
  }

  /** What the chats would show of each event in one environment. */
  private static Result cards(
      Proposer proposer, RunFacts facts, EnvironmentConfig environment, Instant now) {
    Proposer.Judgement judgement =
        proposer.judge(
            facts, environment, new Proposer.Options(true, Optional.of("none yet")), now);
    ChatPreview preview = new ChatPreview(new CardComposer(LinkPolicy.NONE), now);
    return ChatPreviewView.of(
        preview, PossibleEvents.of(proposer.outline(environment, judgement), environment, now));
  }

  /** What became of the review for one environment; without a file nothing would be proposed. */
  private record Preview(ProposalPlan plan, Optional<Path> file) {}

  private static Preview preview(
      Proposer proposer, RunFacts facts, EnvironmentConfig environment, Path file, Instant now) {
    Proposer.Options options = new Proposer.Options(true, Optional.of("none yet"));
    Proposer.Judgement judgement = proposer.judge(facts, environment, options, now);
    Optional<ReviewInput> input = proposer.preview(facts, environment, judgement);
    input.ifPresent(
        review -> write(file, new HtmlRenderer(LinkPolicy.NONE).page(Review.of(review))));
    return new Preview(judgement.plan(), input.map(review -> file));
  }

  private Path named(EnvironmentConfig environment) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return target.resolveSibling(stem + "-" + environment.name() + name.substring(stem.length()));
  }

  private static Result shown(List<Preview> previews) {
    ObjectNode data = Result.object();
    ArrayNode reviews = data.putArray("reviews");
    List<String> lines = new ArrayList<>();
    ExitCode exit = ExitCode.DONE;
    for (Preview preview : previews) {
      ProposalPlan plan = preview.plan();
      ObjectNode review = reviews.addObject().put("line", plan.line().toString());
      review.put("outcome", WireName.hyphenated(plan.outcome())).put("reason", plan.reason());
      preview.file().ifPresent(file -> review.put("file", file.toString()));
      lines.add(
          preview
              .file()
              .map(file -> "the review for %s is in %s".formatted(plan.line(), file))
              .orElse(plan.line() + ": " + plan.reason()));
      if (preview.file().isEmpty() && plan.outcome().exit().number() > exit.number()) {
        exit = plan.outcome().exit();
      }
    }
    return new Result(exit, data, String.join("\n", lines));
  }

  private static void write(Path file, String html) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
