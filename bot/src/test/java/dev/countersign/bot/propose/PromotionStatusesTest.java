package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.CommitStatus.State;
import dev.countersign.bot.review.ReviewInput;
import dev.countersign.bot.review.ReviewInputs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionStatusesTest {
  private static final String NAME = "countersign/diamonds-price/production";
  private static final Optional<URI> REVIEW = Optional.of(URI.create("https://forge.example/7"));

  @Test
  void oneSuccess_whereNoGateFailed() {
    assertThat(of(ReviewInputs.better()))
        .containsExactly(
            new CommitStatus(
                NAME, State.SUCCESS, "1.1.0: better, live is 1.0.0; a person decides", REVIEW));
  }

  @Test
  void aFirstModelIsNotAFailure() {
    assertThat(of(ReviewInputs.first()))
        .extracting(CommitStatus::state, CommitStatus::description)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                State.SUCCESS, "1.0.0: no baseline; a person decides"));
  }

  @Test
  void oneFailurePerFailedGate_andAWaivedOneSucceeds() {
    ReviewInput mixed = ReviewInputs.mixed();
    String waived = mixed.judging().waivers().get(0).gateId();

    List<CommitStatus> statuses = of(mixed);

    assertThat(statuses)
        .extracting(CommitStatus::name)
        .containsExactly(NAME, NAME + "/rmse-superior", NAME + "/no-slice-worse");
    assertThat(statuses.get(0).state()).isEqualTo(State.FAILURE);
    assertThat(statuses.get(0).description()).startsWith("blocked by gate ");
    for (CommitStatus gate : statuses.subList(1, 3)) {
      boolean isWaived = gate.name().endsWith("/" + waived);
      assertThat(gate.state()).isEqualTo(isWaived ? State.SUCCESS : State.FAILURE);
      assertThat(gate.description().startsWith("waived; ")).isEqualTo(isWaived);
    }
  }

  @Test
  void aRollbackIsNotJudgedAgain() {
    assertThat(of(ReviewInputs.rollback()))
        .extracting(CommitStatus::state)
        .containsExactly(State.SUCCESS);
  }

  private static List<CommitStatus> of(ReviewInput input) {
    return PromotionStatuses.of(input.candidate(), input.judging().waivers(), REVIEW);
  }
}
