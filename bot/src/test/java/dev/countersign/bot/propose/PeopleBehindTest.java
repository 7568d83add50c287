package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.run.Launcher;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I7: who stands behind a candidate")
class PeopleBehindTest {
  private static final Launcher ALICE = person("alice", 42, false);
  private static final Launcher ALICE_BY_TOKEN = person("alice", 42, true);
  private static final Launcher BOB = person("bob", 7, false);
  private static final Launcher BOB_BY_TOKEN = person("bob", 7, true);

  @Test
  void isAttested_onlyByTheIdentityOfThePipelineThatProposes() {
    assertThat(behind(ALICE, ALICE_BY_TOKEN)).isEqualTo(people(ALICE_BY_TOKEN));
    assertThat(behind(ALICE, ALICE)).isEqualTo(people(ALICE));
  }

  @Test
  void isNotAttested_becauseARunsReportSaysSo() {
    assertThat(PeopleBehind.of(Optional.of(ALICE_BY_TOKEN), Optional.empty()))
        .isEqualTo(people(ALICE));
    assertThat(behind(ALICE_BY_TOKEN, ALICE)).isEqualTo(people(ALICE));
    assertThat(behind(ALICE_BY_TOKEN, BOB_BY_TOKEN)).isEqualTo(people(ALICE, BOB_BY_TOKEN));
  }

  @Test
  void isNotAttested_byAJobThatOnlyFoundTheBundle_whomeverTheBundleNames() {
    CiIdentity schedule = CiIdentity.of(BOB_BY_TOKEN).unattested();

    assertThat(PeopleBehind.of(Optional.of(BOB_BY_TOKEN), Optional.of(schedule)))
        .isEqualTo(people(BOB));
  }

  @Test
  void isBoth_whenTheRunNamesAnotherThanWhoLaunchedThePipelineThatProposes() {
    assertThat(behind(ALICE, BOB)).isEqualTo(people(ALICE, BOB));
  }

  @Test
  void isEverybodyBehindARerun_eachOnce() {
    CiIdentity rerun = new CiIdentity(BOB, List.of(ALICE));

    assertThat(PeopleBehind.of(Optional.of(ALICE), Optional.of(rerun)))
        .isEqualTo(people(ALICE, BOB));
    assertThat(PeopleBehind.of(Optional.of(BOB), Optional.of(rerun))).isEqualTo(people(BOB, ALICE));
  }

  @Test
  void isWhoProposes_thoughNotAttested_whenTheRunNamesNobody() {
    assertThat(PeopleBehind.of(Optional.empty(), Optional.of(CiIdentity.of(BOB_BY_TOKEN))))
        .isEqualTo(new PeopleBehind(Optional.of(BOB_BY_TOKEN.attested(false)), List.of()));
  }

  @Test
  void isNobody_whenNobodyIsNamedAnywhere() {
    assertThat(PeopleBehind.of(Optional.empty(), Optional.empty()))
        .isEqualTo(new PeopleBehind(Optional.empty(), List.of()));
  }

  @Test
  void isAnotherPerson_whoHasTheSameLoginOnAnotherForge() {
    Launcher local = new Launcher("local", Optional.empty(), "alice", false);

    assertThat(behind(local, ALICE_BY_TOKEN)).isEqualTo(people(local, ALICE_BY_TOKEN));
  }

  @Test
  void isTheSamePerson_afterARenaming() {
    assertThat(behind(person("al", 42, false), ALICE_BY_TOKEN)).isEqualTo(people(ALICE_BY_TOKEN));
  }

  @Test
  @DisplayName("I6: proposed once more by somebody else, what is under review stays as it is")
  void staysAsRecorded_whenTheSameRunIsProposedOnceMore() {
    ModelReference review = reference(ALICE_BY_TOKEN);

    assertThat(PeopleBehind.kept(reference(ALICE, BOB), review)).isEqualTo(review);
  }

  @Test
  void isRecordedAnew_whenTheLauncherIsAttestedOnlyNow() {
    ModelReference attested = reference(ALICE_BY_TOKEN);

    assertThat(PeopleBehind.kept(attested, reference(ALICE, BOB))).isEqualTo(attested);
  }

  @Test
  void isRecordedAnew_forAnotherRun_evenOfTheSameLauncher() {
    ModelReference fixture = ReferenceFixtures.first();
    ModelReference other = fixture.withProvenance(people(ALICE, BOB).in(fixture.provenance()));

    assertThat(PeopleBehind.kept(other, reference(ALICE_BY_TOKEN))).isEqualTo(other);
  }

  @Test
  void areJoined_byThoseOfAnUnsignedReference_whoTakesNobodyAwayAndAttestsNobody() {
    assertThat(PeopleBehind.joined(reference(ALICE), reference(BOB_BY_TOKEN)))
        .isEqualTo(reference(ALICE, BOB));
    assertThat(PeopleBehind.joined(reference(ALICE), reference(ALICE_BY_TOKEN)))
        .isEqualTo(reference(ALICE));
    assertThat(PeopleBehind.joined(reference(ALICE, BOB), reference(ALICE)))
        .isEqualTo(reference(ALICE, BOB));
  }

  @Test
  void areNotJoined_byThoseOfAnotherRun() {
    ModelReference first = ReferenceFixtures.first();
    ModelReference other = first.withProvenance(people(BOB).in(first.provenance()));

    assertThat(PeopleBehind.joined(reference(ALICE), other)).isEqualTo(reference(ALICE));
  }

  private static ModelReference reference(Launcher launchedBy, Launcher... proposedBy) {
    ModelReference fixture = ReferenceFixtures.second();
    return fixture.withProvenance(people(launchedBy, proposedBy).in(fixture.provenance()));
  }

  private static PeopleBehind behind(Launcher reported, Launcher proposing) {
    return PeopleBehind.of(Optional.of(reported), Optional.of(CiIdentity.of(proposing)));
  }

  private static PeopleBehind people(Launcher launchedBy, Launcher... proposedBy) {
    return new PeopleBehind(Optional.of(launchedBy), List.of(proposedBy));
  }

  private static Launcher person(String login, long id, boolean attested) {
    return new Launcher("gitlab", Optional.of(id), login, attested);
  }
}
