package dev.countersign.modelrefs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.RunInfo;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {
  private static ReferenceRules.Withdrawn because(String reason) {
    return new ReferenceRules.Withdrawn(reason, Optional.empty());
  }

  private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

  @Test
  void rollsBackToAnEarlierReference_asTheExampleShows() {
    ModelReference rollback =
        ReferenceRules.rollback(
            ReferenceFixtures.second(),
            ReferenceFixtures.first(),
            because("too high at the low end"),
            Optional.empty());

    assertThat(rollback).isEqualTo(ReferenceFixtures.rollback());
    assertThat(ReferenceCodec.encode(rollback)).isNotEmpty();
  }

  @Test
  @DisplayName("I7: a rollback keeps who asked for it, and its document has it")
  void recordsWhoAskedForARollback() {
    Optional<Launcher> alice = Optional.of(new Launcher("gitlab", Optional.of(42L), "alice", true));

    ModelReference rollback =
        ReferenceRules.rollback(
            ReferenceFixtures.second(),
            ReferenceFixtures.first(),
            new ReferenceRules.Withdrawn("worse", alice),
            Optional.empty());

    byte[] document = ReferenceCodec.encode(rollback);
    assertThat(ReferenceCodec.decode(document, "rollback").reference()).isEqualTo(rollback);
    assertThat(rollback.rollbackOf().orElseThrow().requestedBy()).isEqualTo(alice);
  }

  @Test
  void refusesToRollBackToWhatIsThere_toAnotherLine_orWithoutAReason() {
    ModelReference first = ReferenceFixtures.first();
    ModelReference second = ReferenceFixtures.second();

    refused(
        ErrorCode.INPUT_INVALID,
        () -> ReferenceRules.rollback(second, second, because("why"), Optional.empty()));
    refused(
        ErrorCode.INPUT_INVALID,
        () -> ReferenceRules.rollback(second, first, because("  "), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-03T12:00:01Z, a, true",
    "2026-05-03T11:59:59Z, z, false",
    "2026-05-03T12:00:00Z, c, true",
    "2026-05-03T12:00:00Z, b, false",
    "2026-05-03T12:00:00Z, a, false"
  })
  void ordersRunsByTheirEnd_thenById(Instant finishedAt, String id, boolean newer) {
    assertThat(ReferenceRules.isNewer(run(id, finishedAt), run("b", NOON))).isEqualTo(newer);
  }

  @Test
  void refusesARunFromTheFuture() {
    assertThatCode(() -> ReferenceRules.refuseFromTheFuture(run("a", NOON), NOON))
        .doesNotThrowAnyException();
    refused(
        ErrorCode.INPUT_INVALID,
        () -> ReferenceRules.refuseFromTheFuture(run("a", NOON.plusMillis(1)), NOON));
  }

  private static RunInfo run(String id, Instant finishedAt) {
    return new RunInfo(
        id, "local", Optional.empty(), NOON.minusSeconds(60), finishedAt, Optional.empty());
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
