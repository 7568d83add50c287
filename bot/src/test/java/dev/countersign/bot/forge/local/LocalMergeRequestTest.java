package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalMergeRequestTest {
  private static final Instant AT = Instant.parse("2026-05-03T14:00:00Z");
  private static final Identity BOT = new Identity("countersign", Optional.empty());
  private static final Identity BOB = new Identity("bob", Optional.empty());
  private static final CommitId HEAD = new CommitId("a".repeat(40));
  private static final CommitId MERGE = new CommitId("c".repeat(40));
  private static final LocalEvent CLOSED = new LocalEvent.Closed(AT, BOB, true, "no");

  @Test
  void isOpen_fromItsOpening() {
    LocalMergeRequest request = after();

    assertThat(request.isOpen()).isTrue();
    assertThat(request.source()).isEqualTo("countersign/m/production");
    assertThat(request.author()).isEqualTo(BOT);
    assertThat(request.head()).isEqualTo(HEAD);
    assertThat(request.text().title()).isEqualTo("Promote 1.0.0");
    assertThat(request.mergeCommit()).isEmpty();
  }

  @Test
  void followsItsHead_andWhatItSaysOfItself() {
    CommitId moved = new CommitId("b".repeat(40));
    LocalMergeRequest request =
        after(
            new LocalEvent.HeadChanged(AT, moved),
            new LocalEvent.Edited(AT, BOT, heading("Promote 1.0.1")));

    assertThat(request.head()).isEqualTo(moved);
    assertThat(request.text().title()).isEqualTo("Promote 1.0.1");
    assertThat(request.text().body()).isEqualTo("the body");
  }

  @Test
  void isAsTheLastTurnLeftIt() {
    LocalEvent reopened = new LocalEvent.Reopened(AT, BOB);

    assertThat(after(CLOSED).state()).isEqualTo(MergeRequest.State.CLOSED);
    assertThat(after(CLOSED, reopened).state()).isEqualTo(MergeRequest.State.OPEN);
    assertThat(after(CLOSED, reopened, CLOSED).state()).isEqualTo(MergeRequest.State.CLOSED);
    assertThat(after(new LocalEvent.Merged(AT, BOB, MERGE)).state())
        .isEqualTo(MergeRequest.State.MERGED);
  }

  @Test
  void saysWhoEndedItAndHow() {
    LocalEvent byTheBot = new LocalEvent.Closed(AT, BOT, false, "");

    assertThat(ended(after(CLOSED))).contains(new MergeRequest.Ending(BOB, true, AT));
    assertThat(ended(after(byTheBot))).contains(new MergeRequest.Ending(BOT, false, AT));
    assertThat(ended(after(CLOSED, new LocalEvent.Reopened(AT, BOB)))).isEmpty();
    assertThat(after(new LocalEvent.Merged(AT, BOB, MERGE)).mergeCommit()).contains(MERGE);
  }

  @Test
  void keepsApprovalsWithTheirHead_andWaiversWithTheirDigest() {
    Digest artifact = new Digest("d".repeat(64));
    LocalMergeRequest request =
        after(
            new LocalEvent.Approved(AT, BOB, HEAD, true),
            new LocalEvent.HeadChanged(AT, MERGE),
            new LocalEvent.Waived(AT, BOB, "rmse", artifact, "a holiday"));

    assertThat(request.conversation().approvals())
        .containsExactly(new Approval(BOB, Optional.of(HEAD), AT, true, true));
    assertThat(request.conversation().waivers())
        .containsExactly(new Waiver("rmse", BOB, artifact, "a holiday", AT, true));
  }

  @Test
  void refusesAHistoryThatWasNotWrittenByCountersign() {
    LocalEvent opened = new LocalEvent.Opened(AT, BOT, "b", heading("t"));
    LocalEvent head = new LocalEvent.HeadChanged(AT, HEAD);

    for (List<LocalEvent> events :
        List.of(List.<LocalEvent>of(), List.of(opened), List.of(head, opened), List.of(head))) {
      assertThatThrownBy(() -> new LocalMergeRequest(7, HEAD, events, ""))
          .isInstanceOf(CountersignException.class)
          .hasMessageContaining("refs/countersign/mr/7");
    }
  }

  private static Optional<MergeRequest.Ending> ended(LocalMergeRequest request) {
    return request.asMergeRequest(LocalForgeBench.SETTINGS).ended();
  }

  private static LocalMergeRequest after(LocalEvent... later) {
    List<LocalEvent> events = new ArrayList<>();
    events.add(
        new LocalEvent.Opened(AT, BOT, "countersign/m/production", heading("Promote 1.0.0")));
    events.add(new LocalEvent.HeadChanged(AT, HEAD));
    events.addAll(Arrays.asList(later));
    return new LocalMergeRequest(7, HEAD, events, "the body");
  }

  private static Heading heading(String title) {
    return new Heading("main", title, List.of("model-promotion"), false);
  }
}
