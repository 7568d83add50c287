package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.config.ChangeRequestRule;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ProposeRule;
import dev.countersign.bot.config.Supersede;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.LineHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The planner's rules, one by one; time of runs counts in seconds after the fixtures' run. */
class ProposalPlannerTest {
  private static final CommitId BASE = new CommitId("a".repeat(40));
  private static final CommitId TIP = new CommitId("b".repeat(40));

  @Test
  void numbersAFirstReference() {
    ProposalPlan plan = plan(candidate("new", 1), situation(List.of(), Optional.empty()));

    ModelReference reference = plan.promotion().orElseThrow().reference();
    assertThat(plan.outcome()).isEqualTo(ProposalOutcome.PROPOSED);
    assertThat(reference.version()).isEqualTo(ModelVersion.FIRST);
    assertThat(reference.sequence()).isEqualTo(1);
  }

  @Test
  void bumpsTheHighestVersion_afterARollback() {
    Situation situation =
        situation(
            List.of(
                ReferenceFixtures.rollback(),
                ReferenceFixtures.second(),
                ReferenceFixtures.first()),
            Optional.empty());

    ModelReference reference =
        plan(candidate("new", 1), situation).promotion().orElseThrow().reference();

    assertThat(reference.version()).isEqualTo(new ModelVersion(1, 1, 1));
    assertThat(reference.sequence()).isEqualTo(4);
  }

  @Test
  void saysUnchanged_whenTheBranchHasThisArtifact() {
    Situation situation = situation(List.of(ReferenceFixtures.first()), Optional.empty());

    assertThat(plan(candidate("first model", 1), situation).outcome())
        .isEqualTo(ProposalOutcome.UNCHANGED);
  }

  @Test
  void keepsTheCommit_whenTheSameIsUnderReview() {
    Situation empty = situation(List.of(), Optional.empty());
    ModelReference proposed =
        plan(candidate("new", 1), empty).promotion().orElseThrow().reference();

    ProposalPlan again =
        plan(candidate("new", 1), situation(List.of(), Optional.of(open(proposed, 1))));

    assertThat(again.promotion().orElseThrow().keepCommit()).isTrue();
    assertThat(again.promotion().orElseThrow().supersedes()).isEmpty();
  }

  @Test
  void noCandidateTakesThePlaceOfARollback() {
    OpenMergeRequest rollback = open(ReferenceFixtures.rollback(), 0);

    ProposalPlan plan = plan(candidate("new", 60), situation(List.of(), Optional.of(rollback)));

    assertThat(plan.outcome()).isEqualTo(ProposalOutcome.HELD);
    assertThat(plan.promotion()).isEmpty();
  }

  @Test
  void anOlderRunReplacesNothing() {
    OpenMergeRequest newer = open(ReferenceFixtures.second(), 0);

    assertThat(plan(candidate("new", -60), situation(List.of(), Optional.of(newer))).outcome())
        .isEqualTo(ProposalOutcome.OLDER);
  }

  @Test
  void holdDuringReview_holdsOnlyOnceSomebodyApproved() {
    EnvironmentConfig hold = environment(Supersede.HOLD_DURING_REVIEW, ProposeRule.ALWAYS);
    Candidate candidate = candidate("new", 60);

    ProposalPlan approved =
        new ProposalPlanner(hold, false)
            .plan(
                candidate, situation(List.of(), Optional.of(open(ReferenceFixtures.second(), 1))));
    ProposalPlan notYet =
        new ProposalPlanner(hold, false)
            .plan(
                candidate, situation(List.of(), Optional.of(open(ReferenceFixtures.second(), 0))));

    assertThat(approved.outcome()).isEqualTo(ProposalOutcome.HELD);
    assertThat(notYet.outcome()).isEqualTo(ProposalOutcome.PROPOSED);
    assertThat(notYet.promotion().orElseThrow().supersedes()).isPresent();
  }

  @Test
  void better_takesOnlyACandidateThatBeatsTheOneUnderReview() {
    ProposalPlanner planner =
        new ProposalPlanner(environment(Supersede.BETTER, ProposeRule.ALWAYS), false);
    Situation situation = situation(List.of(), Optional.of(open(ReferenceFixtures.second(), 0)));

    assertThat(planner.plan(candidate("new", 60, 543.3), situation).outcome())
        .isEqualTo(ProposalOutcome.HELD);
    assertThat(planner.plan(candidate("new", 60, 543.1), situation).outcome())
        .isEqualTo(ProposalOutcome.PROPOSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"WORSE", "INDISTINGUISHABLE", "NON_INFERIOR", "MIXED"})
  void better_proposesNoOtherVerdict(Verdict verdict) {
    EnvironmentConfig better = environment(Supersede.NEWEST, ProposeRule.BETTER);
    Candidate candidate = with(candidate("new", 1), evaluation(543.2, verdict, GateOutcome.PASSED));

    assertThat(
            new ProposalPlanner(better, false)
                .plan(candidate, situation(List.of(), Optional.empty()))
                .outcome())
        .isEqualTo(ProposalOutcome.NOT_BETTER);
  }

  @Test
  void gatesPass_opensNoMergeRequestForABlockedCandidate() {
    Candidate blocked =
        with(candidate("new", 1), evaluation(543.2, Verdict.BETTER, GateOutcome.FAILED));
    Situation situation = situation(List.of(), Optional.empty());

    ProposalPlan strict =
        new ProposalPlanner(environment(Supersede.NEWEST, ProposeRule.GATES_PASS), false)
            .plan(blocked, situation);
    ProposalPlan always = plan(blocked, situation);

    assertThat(strict.outcome()).isEqualTo(ProposalOutcome.BLOCKED);
    assertThat(strict.promotion()).isEmpty();
    assertThat(always.outcome()).isEqualTo(ProposalOutcome.BLOCKED);
    assertThat(always.promotion().orElseThrow().draft()).isTrue();
  }

  private static ProposalPlan plan(Candidate candidate, Situation situation) {
    return new ProposalPlanner(environment(Supersede.NEWEST, ProposeRule.ALWAYS), false)
        .plan(candidate, situation);
  }

  private static EnvironmentConfig environment(Supersede supersede, ProposeRule propose) {
    return new EnvironmentConfig(
        new EnvironmentName("production"),
        Optional.empty(),
        RequiredApprovals.of(1, List.of("bob")),
        List.of(),
        List.of(),
        List.of(),
        new EnvironmentConfig.Rules(
            supersede,
            propose,
            ChangeRequestRule.OPTIONAL,
            LauncherRule.ANY,
            EnvironmentConfig.Rules.PATIENCE));
  }

  private static Situation situation(
      List<ModelReference> history, Optional<OpenMergeRequest> open) {
    return new Situation(
        "main",
        BASE,
        new LineHistory(history),
        open,
        open.<BranchState>map(any -> new BranchState.Ours(TIP)).orElseGet(BranchState.Absent::new),
        Set.of());
  }

  private static OpenMergeRequest open(ModelReference reference, int approvals) {
    MergeRequestDraft text =
        new MergeRequestDraft(
            reference.line().branch(), "main", "a title", "a body", List.of(), false);
    return new OpenMergeRequest(
        new MergeRequest(
            1,
            "http://127.0.0.1/1",
            text,
            MergeRequest.State.OPEN,
            TIP,
            new Identity("countersign", Optional.empty()),
            Optional.empty(),
            Optional.empty()),
        Optional.of(reference),
        approvals,
        List.of());
  }

  private static Candidate candidate(String artifact, long secondsLater) {
    return candidate(artifact, secondsLater, 543.2);
  }

  private static Candidate candidate(String artifact, long secondsLater, double rmse) {
    Provenance fixture = ReferenceFixtures.provenance();
    RunInfo run = fixture.run();
    RunInfo moved =
        new RunInfo(
            "run-of-" + artifact.replace(' ', '-'),
            run.engine(),
            run.uri(),
            run.startedAt().minus(Duration.ofHours(1)),
            run.finishedAt().plusSeconds(secondsLater),
            run.launchedBy());
    return new Candidate(
        ReferenceFixtures.LINE,
        ModelVersion.Bump.PATCH,
        ReferenceFixtures.artifact(artifact),
        evaluation(rmse, Verdict.BETTER, GateOutcome.PASSED),
        new Provenance(
            fixture.report(),
            moved,
            fixture.code(),
            fixture.data(),
            fixture.parameters(),
            fixture.runtime()),
        Optional.<Digest>empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Candidate with(Candidate candidate, Evaluation evaluation) {
    return new Candidate(
        candidate.line(),
        candidate.bump(),
        candidate.artifact(),
        evaluation,
        candidate.provenance(),
        candidate.inputSchema(),
        candidate.changeRequest(),
        candidate.schemaDifference());
  }

  private static Evaluation evaluation(double rmse, Verdict verdict, GateOutcome gate) {
    Evaluation fixture = ReferenceFixtures.second().evaluation().orElseThrow();
    MetricValue metric = fixture.metrics().get(0);
    return new Evaluation(
        fixture.task(),
        fixture.dataset(),
        fixture.statistics(),
        List.of(
            new MetricValue(
                metric.name(),
                metric.evidence(),
                metric.slice(),
                metric.rows(),
                rmse,
                Optional.empty(),
                metric.direction(),
                metric.unit())),
        fixture.baseline(),
        List.of(
            new GateResult("g", GateKind.AT_MOST, "rmse", OptionalDouble.of(1), gate, "because")),
        verdict);
  }
}
