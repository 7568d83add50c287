package dev.countersign.bot.propose;

import dev.countersign.bot.approval.GroupLookup;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.RunDetails;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proposes a run to one environment: look, judge, plan, execute, record. Not thread-safe, as the
 * repository it works on.
 */
public final class Proposer {
  private final Tools tools;
  private final Base base;

  /** What the proposer works with. */
  public record Tools(
      GitRepository git,
      Forge forge,
      PromotionSignals signals,
      ProposalExecutor.Stores stores,
      PlotDrawer plotDrawer,
      ProposalListener listener) {}

  /**
   * What is proposed on top of.
   *
   * @param branch the protected branch
   * @param tip its tip, whose configuration decides
   * @param baselines the model that is live in a line
   * @param disapproval why what the protected branch declares for a line was not validly approved;
   *     asked only if it is all that stands against proposing
   * @param groups finds the people among the approvers
   */
  public record Base(
      String branch,
      CommitId tip,
      BotConfig config,
      Function<ModelEnvironment, Optional<ModelReference>> baselines,
      Function<ModelEnvironment, Optional<String>> disapproval,
      GroupLookup groups) {}

  /**
   * What the person asks for.
   *
   * @param again propose although this artifact was rejected
   * @param changeRequest the change ticket
   * @param proposing who stands behind the CI pipeline that proposes, or whom the command line
   *     names; empty if nobody is known
   */
  public record Options(
      boolean again, Optional<String> changeRequest, Optional<CiIdentity> proposing) {
    /** Asked for by nobody who is known. */
    public Options(boolean again, Optional<String> changeRequest) {
      this(again, changeRequest, Optional.empty());
    }
  }

  public Proposer(Tools tools, Base base) {
    this.tools = tools;
    this.base = base;
  }

  /**
   * Reads a run; its artifact is received by the store that it would be kept in.
   *
   * @throws CountersignException as {@link RunFacts#of}
   */
  public RunFacts read(RunBundle bundle, Instant now) {
    return RunFacts.of(bundle, tools.stores().artifacts(), now);
  }

  /**
   * Judges a run that is to be proposed, as {@link #judge}; refuses what the environment does not
   * take.
   *
   * @throws CountersignException also {@code USAGE} if a change request is missing, {@code
   *     LAUNCHER_NOT_ATTESTED}
   */
  public Judgement admit(
      RunFacts run, EnvironmentConfig environment, Options options, Instant now) {
    environment.requireChangeRequest(options.changeRequest());
    Judgement judgement = judge(run, environment, options, now);
    judgement.plan().promotion().ifPresent(each -> requireAttested(environment, each.reference()));
    return judgement;
  }

  /**
   * Judges a run and plans what to do about it; changes nothing.
   *
   * @param now for the validity of keys
   * @throws CountersignException {@code CONFIGURATION_INVALID}, {@code EVIDENCE_CONTRADICTED},
   *     {@code INPUT_INVALID}; what was decided about a sound run is in the plan
   */
  public Judgement judge(
      RunFacts run, EnvironmentConfig environment, Options options, Instant now) {
    ModelConfig model = base.config().model(run.report().model());
    ModelEnvironment line = new ModelEnvironment(model.name(), environment.name());
    Optional<ModelReference> live = base.baselines().apply(line);
    Situation situation =
        new SituationReader(tools.git(), tools.forge())
            .read(line, base.branch(), base.tip(), settings(line, now));
    // Last, because it waits for the artifact to be read.
    Candidate candidate =
        new CandidateEvaluator(
                base.config().storeOf(model), tools.stores().evidence(), base.config().statistics())
            .evaluate(run, environment, live, options);
    ProposalPlan plan =
        new ProposalPlanner(environment, options.again()).plan(candidate, situation);
    ReviewContext context =
        new ReviewContext(
            live,
            waivers(situation, candidate),
            outcomes().othersJudged(candidate),
            Earlier.of(situation, now),
            new RunDetails(run.report().repeats(), candidate.schemaDifference()));
    return new Judgement(candidate, situation, withWayOut(plan), context);
  }

  private LineSettings settings(ModelEnvironment line, Instant now) {
    return base.groups().in(base.config().requireSettings(line, now));
  }

  /** What is declared without a valid approval never deploys; nobody shall wait for it. */
  private ProposalPlan withWayOut(ProposalPlan plan) {
    if (plan.outcome() != ProposalOutcome.UNCHANGED) {
      return plan;
    }
    return base.disapproval()
        .apply(plan.line())
        .map(
            why ->
                plan.because(
                    "%s, but it was not validly approved and never deploys (%s); --again proposes it "
                            .formatted(plan.reason(), why)
                        + "anew, countersign rollback goes back to an earlier version"))
        .orElse(plan);
  }

  /**
   * The review of a judged run as one page, with the pictures inside; empty if nothing is proposed.
   */
  public Optional<ReviewInput> preview(
      RunFacts run, EnvironmentConfig environment, Judgement judgement) {
    Pictures pictures = pictures(run, judgement).embedded();
    return judgement
        .plan()
        .promotion()
        .map(
            promotion ->
                new MergeRequestWriter(environment)
                    .input(promotion, judgement.context(), pictures));
  }

  /** What a judged run comes to, whether it is proposed or not. */
  public ProposalOutline outline(EnvironmentConfig environment, Judgement judgement) {
    ProposalPlan.Promotion promotion =
        ProposalPlanner.promotion(judgement.candidate(), judgement.situation())
            .promotion()
            .orElseThrow();
    return ProposalOutline.of(environment, promotion, judgement.context());
  }

  /**
   * Executes what was planned about a run, and records how it ended.
   *
   * @param now for the record of the outcome
   */
  public Proposal propose(
      RunFacts run, EnvironmentConfig environment, Judgement judgement, Instant now) {
    Proposal proposal =
        judgement.plan().promotion().isPresent()
            ? execute(run, environment, judgement)
            : leftAsItIs(judgement);
    tools.listener().before(ProposalStep.OUTCOME);
    outcomes().record(judgement.candidate(), judgement.plan(), now);
    tools.listener().after(ProposalStep.OUTCOME);
    return proposal;
  }

  private Proposal leftAsItIs(Judgement judgement) {
    Optional<MergeRequest> open = judgement.situation().open().map(OpenMergeRequest::request);
    if (open.isPresent() && judgement.situation().branch() instanceof BranchState.Foreign foreign) {
      return new Proposal(judgement.plan(), open, tools.signals().leftAlone(open.get(), foreign));
    }
    return Proposal.planned(judgement.plan());
  }

  /**
   * What was found out about a run for one environment, and decided.
   *
   * @param context what the reviewer must know beside the candidate
   */
  public record Judgement(
      Candidate candidate, Situation situation, ProposalPlan plan, ReviewContext context) {}

  private Proposal execute(RunFacts run, EnvironmentConfig environment, Judgement judgement) {
    ProposalExecutor executor =
        new ProposalExecutor(
            tools.stores(),
            tools.git(),
            tools.forge(),
            tools.signals(),
            new MergeRequestWriter(environment),
            tools.listener());
    ProposalExecutor.Upload upload = new ProposalExecutor.Upload(run.artifact(), run.evidence());
    return executor.execute(
        judgement.plan(), Optional.of(upload), judgement.context(), pictures(run, judgement));
  }

  private ReviewPictures pictures(RunFacts run, Judgement judgement) {
    return ReviewPictures.of(
        tools.plotDrawer().draw(run, judgement.candidate(), judgement.situation().history()),
        run.plots());
  }

  private RunOutcomes outcomes() {
    return new RunOutcomes(new OutcomeLog(tools.git()));
  }

  private static List<Waiver> waivers(Situation situation, Candidate candidate) {
    return situation
        .open()
        .map(open -> open.waivers(candidate.artifact().digest()))
        .orElse(List.of());
  }

  private static void requireAttested(EnvironmentConfig environment, ModelReference reference) {
    Optional<Launcher> launcher = reference.provenance().run().launchedBy();
    if (environment.rules().launcher() == LauncherRule.ATTESTED
        && launcher.filter(Launcher::attested).isEmpty()) {
      throw new CountersignException(
          ErrorCode.LAUNCHER_NOT_ATTESTED,
          "environment \"%s\" takes only runs whose launcher the CI attests; %s"
              .formatted(
                  environment.name(),
                  launcher
                      .map(by -> "no CI confirms that it was \"" + by.login() + "\"")
                      .orElse("nobody says who launched this one")));
    }
  }
}
