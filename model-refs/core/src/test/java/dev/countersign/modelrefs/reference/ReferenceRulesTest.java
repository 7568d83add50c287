package dev.countersign.modelrefs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.RunInfo;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {
  private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

  @Test
  void rollsBackToAnEarlierReference_asTheExampleShows() {
    ModelReference rollback =
        ReferenceRules.rollback(
            ReferenceFixtures.second(),
            ReferenceFixtures.first(),
            "too high at the low end",
            Optional.empty());

    assertThat(rollback).isEqualTo(ReferenceFixtures.rollback());
    assertThat(ReferenceCodec.encode(rollback)).isNotEmpty();
  }

  @Test
  void refusesToRollBackToWhatIsThere_toAnotherLine_orWithoutAReason() {
    ModelReference first = ReferenceFixtures.first();
    ModelReference second = ReferenceFixtures.second();

    refused(
        ErrorCode.INPUT_INVALID,
        () -> ReferenceRules.rollback(second, second, "why", Optional.empty()));
    refused(
        ErrorCode.INPUT_INVALID,
        () -> ReferenceRules.rollback(second, first, "  ", Optional.empty()));
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
