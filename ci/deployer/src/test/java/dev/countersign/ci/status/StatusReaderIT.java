package dev.countersign.ci.status;

import static dev.countersign.ci.testing.PromotionFixture.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.deploy.DeployBench;
import dev.countersign.ci.deploy.Forgery;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.ci.testing.TickingClock;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.LogRebuilt;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusReaderIT extends DeployBench {
  @Test
  void isLive_whenDeclaredRecordedAndObservedAgree() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();

    LineStatus status = status();

    assertThat(status.line()).isEqualTo(LINE);
    assertThat(status.declared())
        .isInstanceOfSatisfying(
            DeclaredStatus.Approved.class,
            approved -> assertThat(approved.approvedBy()).containsExactly("carol"));
    assertThat(status.targets()).extracting(TargetStatus::state).containsExactly(TargetState.LIVE);
    assertThat(status.untrusted()).isEmpty();
  }

  @Test
  void isPending_untilWhatWasMergedIsDeployed() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    promotions.promote(promotions.candidate(2));

    assertThat(status().targets())
        .extracting(TargetStatus::state)
        .containsExactly(TargetState.PENDING);
  }

  @Test
  void isDrifted_whenForeignBytesAreServed() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    fixture.app().serveBehindTheBack(LINE, Digest.of("foreign".getBytes(StandardCharsets.UTF_8)));

    assertThat(status().targets())
        .extracting(TargetStatus::state)
        .containsExactly(TargetState.DRIFTED);
  }

  @Test
  void saysWhenATargetServesNothingOrDoesNotAnswer() {
    promotions.promote(promotions.candidate(1));
    assertThat(status().targets().get(0).state()).isEqualTo(TargetState.NOTHING);

    fixture.app().goDown("no route");
    assertThat(status().targets().get(0).state()).isEqualTo(TargetState.UNREACHABLE);
  }

  @Test
  @DisplayName("I7: status names a reference that reached the branch without a valid approval")
  void saysSo_whenTheDeclaredReferenceWasNotApproved() {
    promotions
        .git()
        .commit(
            GitFixture.MAIN,
            Map.of(LINE.referencePath(), PromotionFixture.text(promotions.candidate(1))));

    assertThat(status().declared())
        .isInstanceOfSatisfying(
            DeclaredStatus.NotApproved.class,
            found -> assertThat(found.reason()).contains("no merge request brought commit"));
  }

  @Test
  void saysSo_whenTheDeclaredReferenceCannotBeRead() {
    promotions.git().commit(GitFixture.MAIN, Map.of(LINE.referencePath(), "{"));

    assertThat(status().declared()).isInstanceOf(DeclaredStatus.Unreadable.class);
  }

  @Test
  void showsTheHoldInForce() {
    promotions.promote(promotions.candidate(1));
    fixture.holds().hold(LINE, "erin", "audit");

    assertThat(status().hold().orElseThrow().reason()).isEqualTo("audit");
  }

  @Test
  @DisplayName("Deployment log: a line that does not verify is shown so and ignored")
  void showsLogLinesThatDoNotVerify() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    Deployment honest = fixture.deployments(LINE).get(0);
    fixture.log().append(LINE, Forgery.withBlob(honest, "0".repeat(40)));

    assertThat(status().untrusted())
        .singleElement()
        .isInstanceOfSatisfying(
            HistoryEntry.Denied.class,
            denied ->
                assertThat(denied.reason())
                    .isEqualTo("the protected branch has no such reference at that commit"));
    assertThat(status().targets())
        .extracting(TargetStatus::state)
        .containsExactly(TargetState.LIVE);
  }

  @Test
  @DisplayName("I7: a release or a vouching by nobody who might is shown so and ignored")
  void showsReleasesAndVouchings_thatWereNobodysRight() {
    promotions.promote(promotions.candidate(1));
    fixture.reconcile();
    fixture.holds().hold(LINE, "erin", "audit");
    CommitId tip = promotions.branch().tip();
    Instant now = fixture.clock().instant();
    fixture.log().append(LINE, new HoldReleased("mallory", "hurry", tip, now));
    fixture.log().append(LINE, new LogRebuilt("carol", "trust me", tip, 7, now));

    assertThat(status().hold()).isPresent();
    assertThat(status().untrusted())
        .extracting(entry -> ((HistoryEntry.Denied) entry).reason())
        .containsExactly(
            "\"mallory\" was not an approver of \"diamonds-price/production\" by the "
                + "configuration at commit \"%s\"".formatted(tip.shortHex()),
            "the protected branch did not declare sequence \"7\" at commit \"%s\""
                .formatted(tip.shortHex()));
  }

  @Test
  void tellsWhatWasLiveWhen_andWhoApprovedIt() {
    ModelReference first = promotions.candidate(1);
    promotions.promote(first);
    fixture.reconcile();
    Instant between = fixture.clock().instant();
    promotions.promote(promotions.candidate(2));
    fixture.reconcile();

    HistoryReader history = history();

    assertThat(history.read(LINE))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry).isInstanceOf(HistoryEntry.Verified.class));
    Live then = HistoryReader.liveAt(history.read(LINE), between).get("app");
    assertThat(then.deployment().release().version()).isEqualTo(first.version());
    assertThat(then.deployment().request().orElseThrow().approvals())
        .extracting(approval -> approval.login())
        .containsExactly("carol");
    assertThat(then.now()).isFalse();
    assertThat(HistoryReader.liveAt(history.read(LINE), fixture.clock().instant()).get("app").now())
        .isTrue();
    assertThat(HistoryReader.liveAt(history.read(LINE), TickingClock.START.minusSeconds(1)))
        .isEmpty();
  }

  @Test
  void listsWhatIsDeclared_withoutAskingAnythingButGit() {
    promotions.promote(promotions.candidate(1));
    promotions
        .requests()
        .failFor(fixture.git().fetch(List.of("refs/heads/main")).get("refs/heads/main"));

    assertThat(reader().declared()).containsOnlyKeys(LINE);
  }

  private LineStatus status() {
    return reader().read().get(0);
  }

  private StatusReader reader() {
    return new StatusReader(fixture.git(), GitFixture.MAIN, fixture.sources(), fixture.targets());
  }

  private HistoryReader history() {
    return new HistoryReader(fixture.git(), GitFixture.MAIN, fixture.sources());
  }
}
