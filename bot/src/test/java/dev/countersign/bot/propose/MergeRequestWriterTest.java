package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.config.ChangeRequestRule;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ProposeRule;
import dev.countersign.bot.config.Supersede;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.review.EarlierCandidate;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.EnvironmentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeRequestWriterTest {
  private static final ReviewContext FIRST_EVER =
      ReviewContext.withoutRun(Optional.empty(), List.of(), 0, Earlier.NONE);

  private final MergeRequestWriter writer =
      new MergeRequestWriter(
          new EnvironmentConfig(
              new EnvironmentName("production"),
              Optional.empty(),
              RequiredApprovals.of(2, List.of("bob", "carol")),
              List.of(),
              List.of(new TargetSpec("app", "process", List.of(), Map.of())),
              List.of(),
              new EnvironmentConfig.Rules(
                  Supersede.NEWEST,
                  ProposeRule.ALWAYS,
                  ChangeRequestRule.OPTIONAL,
                  LauncherRule.ANY,
                  EnvironmentConfig.Rules.PATIENCE)));

  @Test
  void writesTitleBranchAndLabels() {
    ModelReference second = ReferenceFixtures.second();

    MergeRequestDraft draft = draft(promotion(second, Optional.empty()), FIRST_EVER);

    assertThat(draft.source()).isEqualTo("countersign/diamonds-price/production");
    assertThat(draft.target()).isEqualTo("main");
    assertThat(draft.title()).isEqualTo("Promote diamonds-price 1.1.0 to production");
    assertThat(draft.labels())
        .containsExactly("environment: production", "model-promotion", "verdict: better");
    assertThat(draft.draft()).isFalse();
    assertThat(draft.body()).contains("bob", "carol", "app");
  }

  @Test
  void writesTheSame_fromTheSame() {
    ProposalPlan.Promotion promotion = promotion(ReferenceFixtures.second(), Optional.empty());

    assertThat(draft(promotion, FIRST_EVER)).isEqualTo(draft(promotion, FIRST_EVER));
  }

  @Test
  void tellsHowToRollBack_onlyWhereSomethingIsLive() {
    ProposalPlan.Promotion promotion = promotion(ReferenceFixtures.second(), Optional.empty());
    ReviewContext live =
        ReviewContext.withoutRun(
            Optional.of(ReferenceFixtures.first()), List.of(), 3, Earlier.NONE);

    assertThat(commands(writer.input(promotion, FIRST_EVER, Pictures.NONE))).isEmpty();
    assertThat(commands(writer.input(promotion, live, Pictures.NONE)))
        .contains("countersign rollback diamonds-price/production --to 1.0.0 --reason TEXT");
    assertThat(writer.input(promotion, live, Pictures.NONE).judging().candidatesJudged())
        .isEqualTo(3);
  }

  @Test
  void namesTheCandidateThatItReplaces() {
    ModelReference replaced = ReferenceFixtures.first();

    ReviewInput input =
        writer.input(
            promotion(ReferenceFixtures.second(), Optional.of(replaced)),
            FIRST_EVER,
            Pictures.NONE);

    EarlierCandidate entry = input.past().candidates().get(0);
    assertThat(input.past().candidates()).hasSize(1);
    assertThat(entry.version()).isEqualTo(replaced.version());
    assertThat(entry.artifactDigest()).isEqualTo(replaced.artifact().digest());
    assertThat(entry.verdict()).isEqualTo(replaced.evaluation().map(Evaluation::verdict));
  }

  private MergeRequestDraft draft(ProposalPlan.Promotion promotion, ReviewContext context) {
    return writer.draft(promotion, writer.input(promotion, context, Pictures.NONE));
  }

  private static Optional<String> commands(ReviewInput input) {
    return input.merging().commands().rollback();
  }

  private static ProposalPlan.Promotion promotion(
      ModelReference reference, Optional<ModelReference> supersedes) {
    return new ProposalPlan.Promotion(
        reference,
        "main",
        new CommitId("a".repeat(40)),
        new BranchState.Absent(),
        false,
        supersedes);
  }
}
