package dev.countersign.ci.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.deploy.Situation.LogFindings;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Observation.Means;
import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  private static final Digest FOREIGN = Digest.of("foreign".getBytes(StandardCharsets.UTF_8));
  private static final Observation NOTHING = new Observation.Nothing();

  @Test
  void deploys_theFirstReferenceOfALineWithoutALog() {
    assertThat(decide(situation(1))).isEqualTo(new Decision.Deploy());
  }

  @Test
  void deploys_aSequenceHigherThanTheLast() {
    assertThat(decide(situation(5).after(2).observing(serves(2)))).isEqualTo(new Decision.Deploy());
  }

  @Test
  void doesNothing_whenItServesWhatWasDeployed() {
    assertThat(decide(situation(2).after(2).observing(serves(2))))
        .isEqualTo(new Decision.UpToDate());
  }

  @Test
  void deploysAgain_whenNothingIsServedAnyMore() {
    assertThat(decide(situation(2).after(2).observing(NOTHING))).isEqualTo(new Decision.Deploy());
  }

  @Test
  @DisplayName("I1: an older job than the last deployment is superseded")
  void isSuperseded_whenTheCommitLiesBeforeTheLastDeployed() {
    assertThat(decide(situation(2).after(3).beforeLast())).isEqualTo(new Decision.Superseded(3));
  }

  @Test
  @DisplayName("Fault row 59, 60; I1: a lower sequence that is no ancestor is refused")
  void refuses_aLowerSequenceOfAnotherHistory() {
    assertThat(decide(situation(2).after(3)))
        .isInstanceOfSatisfying(
            Decision.Refuse.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.SEQUENCE_REFUSED);
              assertThat(refusal.reason()).startsWith("sequence \"2\" is lower than \"3\"");
            });
  }

  @Test
  void refuses_anotherReferenceWithTheSameSequence() {
    Situated again = situation(2).after(2).withBlob(new BlobId("f".repeat(40)));

    assertThat(code(again)).contains(ErrorCode.SEQUENCE_REFUSED);
  }

  @Test
  @DisplayName("Deployment log: lost lines block, also what would only be put back")
  void refuses_whenLinesOfTheLogAreLost() {
    assertThat(code(situation(2).withLoss())).contains(ErrorCode.LOG_MISSING);
    assertThat(code(situation(2).after(2).observing(serves(FOREIGN)).withLoss()))
        .contains(ErrorCode.LOG_MISSING);
  }

  @Test
  @DisplayName("I1: what is older than what the target proves never deploys")
  void refuses_whatIsOlderThanWhatIsServed() {
    assertThat(code(situation(2).after(1).observing(serves(3)).newerServed(3)))
        .contains(ErrorCode.LOG_MISSING);
    assertThat(code(situation(2).after(2).observing(serves(3)).newerServed(3)))
        .contains(ErrorCode.LOG_MISSING);
  }

  @Test
  @DisplayName("I5: what was switched but not recorded is passed over, not put back")
  void deploys_whatIsNewerThanWhatIsServedButNotRecorded() {
    assertThat(decide(situation(4).after(2).observing(serves(3)).newerServed(3)))
        .isEqualTo(new Decision.Deploy());
  }

  @Test
  void putsBack_whenOtherBytesThanTheLastAreServed() {
    assertThat(decide(situation(2).after(2).observing(serves(FOREIGN))))
        .isInstanceOfSatisfying(
            Decision.PutBack.class, back -> assertThat(back.foreign()).isEqualTo(FOREIGN));
  }

  @Test
  void putsBackFirst_whenOtherBytesAreServedBeforeANewDeployment() {
    assertThat(decide(situation(3).after(2).observing(serves(FOREIGN))))
        .isInstanceOf(Decision.PutBack.class);
  }

  @Test
  @DisplayName("I5: what was switched but not recorded is adopted")
  void deploys_whenTheTargetServesTheWantedBytesAlready() {
    assertThat(decide(situation(3).after(2).observing(serves(3)))).isEqualTo(new Decision.Deploy());
  }

  @Test
  void isHeld_fromTheHeldSequenceOn() {
    assertThat(code(situation(3).after(1).heldFrom(3))).contains(ErrorCode.HELD);
    assertThat(code(situation(4).after(1).heldFrom(3))).contains(ErrorCode.HELD);
    assertThat(decide(situation(2).after(1).heldFrom(3))).isEqualTo(new Decision.Deploy());
  }

  @Test
  void letsARollbackOfTheHeldSequencePass() {
    assertThat(decide(rollback(4, 3).after(3).heldFrom(3).observing(serves(3))))
        .isEqualTo(new Decision.Deploy());
  }

  @Test
  void holdsARollbackOfSomethingElse() {
    assertThat(code(rollback(4, 2).after(1).heldFrom(3))).contains(ErrorCode.HELD);
  }

  private static Decision decide(Situated situated) {
    return Convergence.decide(situated.situation());
  }

  private static Optional<ErrorCode> code(Situated situated) {
    return decide(situated) instanceof Decision.Refuse refusal
        ? Optional.of(refusal.code())
        : Optional.empty();
  }

  private static Observation serves(int sequence) {
    return serves(Releases.digest(sequence));
  }

  private static Observation serves(Digest digest) {
    return new Observation.Serves(digest, Means.SELF_REPORTED);
  }

  private static BlobId blob(long sequence) {
    return new BlobId("%040x".formatted(sequence));
  }

  private static Situated situation(int sequence) {
    return situated(Releases.reference(sequence));
  }

  private static Situated rollback(int sequence, int withdrawn) {
    ModelReference to = Releases.reference(1);
    ModelReference from = Releases.reference(withdrawn);
    return situated(
        new ModelReference(
            to.line(),
            to.version(),
            from.version(),
            sequence,
            Origin.ROLLBACK,
            to.artifact(),
            to.evaluation(),
            to.provenance(),
            to.inputSchema(),
            to.changeRequest(),
            Optional.of(
                new Withdrawal(withdrawn, from.version(), from.artifact().digest(), "worse"))));
  }

  private static Situated situated(ModelReference declared) {
    return new Situated(
        new Situation(
            declared,
            blob(declared.sequence()),
            new LogFindings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            NOTHING,
            Optional.empty(),
            false));
  }

  /** A situation and its variations. */
  private record Situated(Situation situation) {
    Situated after(int sequence) {
      ModelReference last = Releases.reference(sequence);
      CommitId commit = new CommitId("%040x".formatted(sequence));
      RecordedRelease recorded =
          new RecordedRelease(
              sequence, commit, blob(sequence), last.version(), last.artifact().digest());
      return logged(
          new LogFindings(
              Optional.of(recorded),
              Optional.of(new HighestSequence(sequence, commit)),
              situation.log().loss(),
              situation.log().hold()));
    }

    Situated withLoss() {
      LogFindings log = situation.log();
      return logged(
          new LogFindings(log.last(), log.highest(), Optional.of("lines are lost"), log.hold()));
    }

    Situated newerServed(long sequence) {
      return new Situated(
          new Situation(
              situation.declared(),
              situation.blob(),
              situation.log(),
              situation.observed(),
              Optional.of(sequence),
              situation.beforeHighest()));
    }

    Situated heldFrom(long sequence) {
      LogFindings log = situation.log();
      HoldSet hold = new HoldSet(sequence, "carol", "audit", Instant.EPOCH);
      return logged(new LogFindings(log.last(), log.highest(), log.loss(), Optional.of(hold)));
    }

    Situated observing(Observation observed) {
      return of(situation.blob(), situation.log(), observed, situation.beforeHighest());
    }

    Situated beforeLast() {
      return of(situation.blob(), situation.log(), situation.observed(), true);
    }

    Situated withBlob(BlobId blob) {
      return of(blob, situation.log(), situation.observed(), situation.beforeHighest());
    }

    private Situated logged(LogFindings log) {
      return of(situation.blob(), log, situation.observed(), situation.beforeHighest());
    }

    private Situated of(BlobId blob, LogFindings log, Observation observed, boolean beforeHighest) {
      return new Situated(
          new Situation(
              situation.declared(), blob, log, observed, situation.newerServed(), beforeHighest));
    }
  }
}
