package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.events.ProposalEvents;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RunFacts;
import dev.countersign.bot.review.openmetrics.OpenMetricsText;
import dev.countersign.bot.wiring.Proposing;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.store.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code propose}: judges a run and opens or updates its merge request. */
@Command(
    name = "propose",
    description = "Judge a run by its evidence, write its reference, open or update the request.")
public final class ProposeCommand extends BotCommand {
  @Parameters(paramLabel = "RUN", description = "The run bundle's folder.")
  private Path run = Path.of("");

  @Mixin private EnvironmentOption environments = new EnvironmentOption();

  @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
  private boolean dryRun;

  @Option(
      names = "--again",
      description = "Propose although it was rejected, is merged already, or is older.")
  private boolean again;

  @Option(
      names = "--change-request",
      paramLabel = "ID",
      description = "The change ticket; recorded in the reference.")
  private Optional<String> changeRequest = Optional.empty();

  @Option(
      names = "--open-metrics",
      paramLabel = "FILE",
      description =
          "Write the candidate's metrics as OpenMetrics text too, for GitLab's"
              + " artifacts:reports:metrics.")
  private Optional<Path> openMetrics = Optional.empty();

  @Override
  protected Result execute() {
    try (Session session = open();
        StepProgress progress = new StepProgress(console()::tell)) {
      BotConfig config = session.config();
      session.requireBotKey(config);
      progress.begin("reading the run bundle");
      RunBundle bundle = RunBundle.open(run);
      try (RunFacts facts =
          RunFacts.of(bundle, receiver(session, config, bundle), session.clock().instant())) {
        return propose(session, config, facts, progress);
      }
    }
  }

  /** A dry run only needs the artifact's digest; nothing is written for it. */
  private ArtifactStore receiver(Session session, BotConfig config, RunBundle bundle) {
    return dryRun ? session.stores() : Proposing.store(config, bundle.report().model());
  }

  private Result propose(Session session, BotConfig config, RunFacts facts, StepProgress progress) {
    Proposer proposer = new Proposing(session).proposer(facts.report().model(), progress);
    Proposer.Options options =
        new Proposer.Options(
            again, changeRequest, ProposingPerson.of(session, console(), options()));
    List<Proposal> proposals = new ArrayList<>();
    List<Supplier<List<ChatEvent>>> events = new ArrayList<>();
    for (EnvironmentConfig environment : environments.of(config, facts.report().model())) {
      Proposer.Judgement judgement =
          proposer.admit(facts, environment, options, session.clock().instant());
      Proposal proposal =
          dryRun
              ? Proposal.planned(judgement.plan())
              : proposer.propose(facts, environment, judgement, session.clock().instant());
      proposals.add(proposal);
      events.add(() -> ProposalEvents.of(proposal, proposer.outline(environment, judgement)));
    }
    openMetrics.ifPresent(file -> writeMetrics(file, proposals));
    Result result =
        shown(proposals, session.identitiesAttested() ? List.of() : LocalReview.next(proposals));
    if (!dryRun) {
      JobSummary.write(console(), proposals);
      new ChatReport(session, console())
          .tell(() -> events.stream().flatMap(each -> each.get().stream()).toList(), result.data());
    }
    return result;
  }

  /** The same candidate goes to every environment, so the first one's reference says it all. */
  private static void writeMetrics(Path file, List<Proposal> proposals) {
    proposals.stream()
        .flatMap(proposal -> proposal.plan().promotion().stream())
        .findFirst()
        .map(promotion -> OpenMetricsText.of(promotion.reference()))
        .ifPresent(
            text -> {
              try {
                Files.writeString(file, text);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private Result shown(List<Proposal> proposals, List<String> next) {
    ObjectNode data = Result.object();
    data.put("dryRun", dryRun);
    ArrayNode all = data.putArray("proposals");
    List<String> lines = new ArrayList<>();
    for (Proposal proposal : proposals) {
      all.add(ProposalView.data(proposal));
      lines.add(ProposalView.text(proposal, dryRun));
    }
    lines.addAll(next);
    ExitCode exit =
        proposals.stream()
            .map(proposal -> proposal.plan().outcome().exit())
            .max(Comparator.comparingInt(ExitCode::number))
            .orElse(ExitCode.DONE);
    return new Result(exit, data, String.join("\n", lines));
  }
}
