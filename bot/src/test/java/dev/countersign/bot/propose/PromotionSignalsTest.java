package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.RecordingSignals;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PromotionSignalsTest {
  private static final CommitId HEAD = new CommitId("ab".repeat(20));
  private static final BranchState.Ours OURS = new BranchState.Ours(new CommitId("cd".repeat(20)));

  private final RecordingSignals forge = new RecordingSignals();
  private final PromotionSignals signals = new PromotionSignals(Optional.of(forge));

  @Test
  void asksTheApprovers_andReportsTheStatusOfTheHead() {
    List<String> warnings = show(ReviewInputs.better(), new BranchState.Absent(), false);

    assertThat(warnings).isEmpty();
    assertThat(forge.calls())
        .containsExactly("ask 7 [alice, bob]", "report " + HEAD + " 1 statuses");
  }

  @Test
  void asksNobody_whileTheCandidateIsADraft() {
    show(ReviewInputs.mixed(), new BranchState.Absent(), false);

    assertThat(forge.calls()).containsExactly("report " + HEAD + " 3 statuses");
  }

  @Test
  @DisplayName("I6: a candidate that replaces another takes back its approvals")
  void resetsApprovals_whereOtherContentIsReplaced() {
    show(ReviewInputs.better(), OURS, false);

    assertThat(forge.calls()).first().isEqualTo("reset 7");
  }

  @Test
  @DisplayName("I6: approvals of an unchanged candidate stay")
  void keepsApprovals_whereTheCommitStays() {
    show(ReviewInputs.better(), OURS, true);

    assertThat(forge.calls()).doesNotContain("reset 7");
  }

  @Test
  void namesApproversWhomTheForgeDoesNotKnow() {
    forge.knowNot("bob");

    assertThat(show(ReviewInputs.better(), OURS, false))
        .containsExactly("these approvers are unknown to the forge or may not review: bob");
  }

  @Test
  void aMissingRightIsAWarning_andTheRestIsShown() {
    forge.failWith(ErrorCode.ACCESS_DENIED);

    assertThat(show(ReviewInputs.better(), OURS, false)).hasSize(3).allMatch("no"::equals);
  }

  @Test
  void aForgeThatIsAwayIsAFailure_soThatTheRunIsRepeated() {
    forge.failWith(ErrorCode.REMOTE_UNAVAILABLE);

    assertThatThrownBy(() -> show(ReviewInputs.better(), OURS, false))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE));
  }

  @Test
  @DisplayName("I8: the name of who pushed is data")
  void saysThatABranchOfAPersonIsLeftAlone() {
    signals.leftAlone(
        request(), new BranchState.Foreign(HEAD, "@all [x](http://evil)", Optional.empty()));

    assertThat(forge.calls()).singleElement().asString().startsWith("comment 7 left-alone ");
    assertThat(forge.calls().get(0)).doesNotContain("@all").contains("\\[x\\]");
  }

  private List<String> show(ReviewInput input, BranchState branch, boolean keepCommit) {
    ProposalPlan.Promotion promotion =
        new ProposalPlan.Promotion(
            input.candidate(), "main", HEAD, branch, keepCommit, Optional.empty());
    return signals.show(request(), promotion, List.of("alice", "bob"), List.of());
  }

  private static MergeRequest request() {
    return new MergeRequest(
        7,
        "https://forge.example/7",
        new MergeRequestDraft("countersign/m/e", "main", "Promote", "", List.of(), false),
        MergeRequest.State.OPEN,
        HEAD,
        new Identity("bot", Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
