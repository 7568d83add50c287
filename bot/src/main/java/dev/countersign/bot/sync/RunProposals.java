package dev.countersign.bot.sync;

import dev.countersign.bot.chat.events.ProposalEvents;
import dev.countersign.bot.config.ChangeRequestRule;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.propose.ProposalOutcome;
import dev.countersign.bot.propose.ProposalPlan;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RunFacts;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.git.log.OutcomeRecord;
import dev.countersign.modelrefs.git.log.RunOutcome;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Proposes one found run to the environments that have no outcome of it. */
public final class RunProposals {
  /** What reading the same bundle will come to every time. */
  static final Set<ErrorCode> READING_FAILS =
      EnumSet.of(ErrorCode.INPUT_INVALID, ErrorCode.PATH_REFUSED, ErrorCode.NOT_FOUND);

  /** What judging the same run will come to every time. */
  private static final Set<ErrorCode> JUDGING_FAILS =
      EnumSet.of(
          ErrorCode.INPUT_INVALID,
          ErrorCode.PATH_REFUSED,
          ErrorCode.EVIDENCE_CONTRADICTED,
          ErrorCode.LAUNCHER_NOT_ATTESTED);

  private final OutcomeLog log;
  private final Function<ModelName, Proposer> proposers;
  private final Optional<CiIdentity> proposing;
  private final InstantSource clock;

  /**
   * @param proposers one for a model; fails if the bot has no key to propose with
   * @param proposing who stands behind the job; empty if nobody is known. It trained nothing, so it
   *     attests no launcher, whomever a bundle names
   */
  public RunProposals(
      OutcomeLog log,
      Function<ModelName, Proposer> proposers,
      Optional<CiIdentity> proposing,
      InstantSource clock) {
    this.log = log;
    this.proposers = proposers;
    this.proposing = proposing.map(CiIdentity::unattested);
    this.clock = clock;
  }

  /** What became of a run in each environment; one that fails stops no other. */
  Collected propose(
      ModelConfig model, FoundBundle.Finished found, List<EnvironmentConfig> environments) {
    RunInfo run = found.bundle().report().run();
    if (run.finishedAt().isAfter(clock.instant())) {
      return Collected.of(yetToCome(run));
    }
    Proposer proposer = proposers.apply(model.name());
    try (RunFacts facts = proposer.read(found.bundle(), clock.instant())) {
      // What is wrong with the artifact is the same in every environment.
      facts.manifest();
      Collected all = Collected.nothing();
      for (EnvironmentConfig environment : environments) {
        all = all.and(propose(model, found, environment, new Judging(proposer, facts)));
      }
      return all;
    } catch (RuntimeException e) {
      return failure(model, found, environments, READING_FAILS, e);
    }
  }

  /** Not the run's end: a clock that is wrong today may be right tomorrow. */
  private static Problem yetToCome(RunInfo run) {
    return new Problem(
        "run " + run.id(),
        new CountersignException(
            ErrorCode.INPUT_INVALID,
            "run \"%s\" says that it finished at \"%s\", which is yet to come"
                .formatted(run.id(), run.finishedAt())));
  }

  private record Judging(Proposer proposer, RunFacts facts) {}

  private Collected propose(
      ModelConfig model,
      FoundBundle.Finished found,
      EnvironmentConfig environment,
      Judging judging) {
    if (environment.rules().changeRequest() == ChangeRequestRule.REQUIRED) {
      return Collected.of(kept(model, found, environment));
    }
    try {
      return Collected.of(proposed(found, environment, judging));
    } catch (RuntimeException e) {
      return e instanceof CountersignException known && known.code() == ErrorCode.CONFLICT
          ? again(model, found, environment, judging)
          : failure(model, found, List.of(environment), JUDGING_FAILS, e);
    }
  }

  /** Another job pushed in the meantime; most likely it proposed the same run. */
  private Collected again(
      ModelConfig model,
      FoundBundle.Finished found,
      EnvironmentConfig environment,
      Judging judging) {
    ModelEnvironment line = BundleCollector.line(model, environment);
    PastOutcomes past = new PastOutcomes(Map.of(line, log.records(line)));
    if (past.isDecided(line, found.bundle().report().run())) {
      return Collected.nothing();
    }
    try {
      return Collected.of(proposed(found, environment, judging));
    } catch (RuntimeException e) {
      return failure(model, found, List.of(environment), JUDGING_FAILS, e);
    }
  }

  private SyncedRun proposed(
      FoundBundle.Finished found, EnvironmentConfig environment, Judging judging) {
    Proposer proposer = judging.proposer();
    Proposer.Options options = new Proposer.Options(false, Optional.empty(), proposing);
    Proposer.Judgement judgement =
        proposer.admit(judging.facts(), environment, options, clock.instant());
    Proposal proposal = proposer.propose(judging.facts(), environment, judgement, clock.instant());
    return new SyncedRun(
        found.bundle().report().run().id(),
        found.folder(),
        proposal,
        () -> ProposalEvents.of(proposal, proposer.outline(environment, judgement)));
  }

  /** A ticket is for a person to name. */
  private SyncedRun kept(
      ModelConfig model, FoundBundle.Finished found, EnvironmentConfig environment) {
    ModelEnvironment line = BundleCollector.line(model, environment);
    RunInfo run = found.bundle().report().run();
    String reason =
        "%s requires a change request; propose the run with countersign propose --change-request ID"
            .formatted(line);
    log.append(
        line,
        new OutcomeRecord(
            run.id(),
            RunOutcome.HELD,
            Optional.empty(),
            Optional.empty(),
            clock.instant(),
            reason));
    ProposalPlan plan = new ProposalPlan(line, ProposalOutcome.HELD, reason, Optional.empty());
    return new SyncedRun(run.id(), found.folder(), Proposal.planned(plan), List::of);
  }

  private static Collected failure(
      ModelConfig model,
      FoundBundle.Finished found,
      List<EnvironmentConfig> environments,
      Set<ErrorCode> ofTheRun,
      RuntimeException thrown) {
    RunInfo run = found.bundle().report().run();
    Problem problem = Problem.of("run " + run.id(), thrown);
    CountersignException failure = problem.failure();
    return ofTheRun.contains(failure.code())
        ? Collected.of(
            new FailedRun(
                model.name(),
                run.id(),
                run.uri(),
                found.folder(),
                failure.code(),
                failure.inOneLine(),
                environments.stream()
                    .map(environment -> BundleCollector.line(model, environment))
                    .toList()))
        : Collected.of(problem);
  }
}
