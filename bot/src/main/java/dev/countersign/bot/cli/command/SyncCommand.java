package dev.countersign.bot.cli.command;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.NoticeReport;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.chat.events.DeployEvents;
import dev.countersign.bot.chat.events.RunEvents;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.Age;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.sync.BundleCollector;
import dev.countersign.bot.sync.Collected;
import dev.countersign.bot.sync.FailedRun;
import dev.countersign.bot.sync.LateNotices;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.Syncing;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.deploy.Deployer;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sync}: what a scheduled job does in place of a server. */
@Command(
    name = "sync",
    description =
        "For schedules: propose the runs that nobody waited for, tell the chat of decisions,"
            + " bring every target to what is merged.")
public final class SyncCommand extends BotCommand {
  @Option(
      names = "--no-propose",
      description = "Leave run bundles alone; for a job without the proposing token and key.")
  private boolean noPropose;

  @Option(names = "--no-notify", description = "Do not look at merge requests for the chat.")
  private boolean noNotify;

  @Option(
      names = "--no-deploy",
      description = "Leave targets alone; for a job without the deploying token.")
  private boolean noDeploy;

  @Option(
      names = "--changed-within",
      paramLabel = "AGE",
      description =
          "Look for decisions about merge requests that changed within 30m, 12h, 7d;"
              + " default: 7d.")
  private String changedWithin = "7d";

  @Mixin private TrustOption trust = new TrustOption();

  @Override
  protected Result execute() {
    if (noPropose && noNotify && noDeploy) {
      throw new CountersignException(
          ErrorCode.USAGE, "with --no-propose, --no-notify and --no-deploy nothing is left to do");
    }
    Duration within = Arguments.read(changedWithin, Age::parse);
    try (Session session = open()) {
      BotConfig config = session.config();
      SyncView view = new SyncView();
      if (!noPropose) {
        view.attempt("proposing", () -> propose(session, config, view));
      }
      if (!noNotify) {
        view.attempt("looking at merge requests", () -> notice(session, config, within, view));
      }
      if (!noDeploy && hasTargets(config)) {
        view.attempt("deploying", () -> deploy(session, view));
      }
      view.problems().forEach(problem -> tellOf(problem.failure()));
      return view.result();
    }
  }

  /** The chat is told before it is recorded that a run failed: killed in between, it still is. */
  private void propose(Session session, BotConfig config, SyncView view) {
    try (StepProgress progress = new StepProgress(console()::tell)) {
      BundleCollector collector =
          new Syncing(session, config)
              .collector(ProposingPerson.of(session, console(), options()), progress);
      Collected collected = collector.collect(config.models());
      view.add(collected);
      tell(session, view, () -> events(config, collected));
      collector.record(collected.failed());
    }
  }

  private void notice(Session session, BotConfig config, Duration within, SyncView view) {
    LateNotices.Found found =
        new Syncing(session, config).lateNotices().find(session.clock().instant(), within);
    view.add(found.problems());
    tell(session, view, found::events);
  }

  private void deploy(Session session, SyncView view) {
    DeployJob job = new DeployJob(session, console());
    Deployer deployer = job.deployer(trust.policy(session));
    DeployReport report = job.execute(deployer, deployer.planReconcile());
    view.add(report);
    tell(session, view, () -> new DeployEvents(session.git()).of(report));
  }

  private void tell(Session session, SyncView view, Supplier<List<ChatEvent>> events) {
    List<NoticeReport> reports = new ChatReport(session, console()).tell(events, view.data());
    view.told(reports);
  }

  private static List<ChatEvent> events(BotConfig config, Collected collected) {
    return Stream.concat(
            collected.runs().stream().flatMap(run -> run.events().get().stream()),
            collected.failed().stream().flatMap(run -> failed(config, run).stream()))
        .toList();
  }

  private static List<ChatEvent> failed(BotConfig config, FailedRun run) {
    return RunEvents.failed(
        config, run.model(), new RunLink(run.id(), run.address()), run.reason());
  }

  private static boolean hasTargets(BotConfig config) {
    return config.models().stream()
        .flatMap(model -> model.environments().stream())
        .anyMatch(environment -> !environment.targets().isEmpty());
  }
}
