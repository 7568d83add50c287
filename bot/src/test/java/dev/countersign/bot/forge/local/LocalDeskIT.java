package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequest.State;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDeskIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final Digest ARTIFACT = Digest.of("model".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;
  private LocalForgeBench bench;
  private CommitId base;
  private CommitId head;
  private long number;

  @BeforeEach
  void openOne() {
    bench = new LocalForgeBench(folder.resolve("models.git"));
    base = bench.tip(ForgeBench.TARGET).orElseThrow();
    head = bench.push(SOURCE, base, PATH, "one");
    number = bench.forge().open(draft(false)).number();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("Fault row 55: a decision about an older head is refused, and nothing changes")
  void refusesEveryDecision_aboutAnotherHead() {
    Decision stale = bench.decision(number, "alice");
    CommitId moved = bench.push(SOURCE, base, PATH, "two");
    bench.localForge().get(number);
    Object before = bench.writesSoFar(number);

    String expected =
        "merge request 1 changed since it was looked at: its head was \"%s\" and is \"%s\""
            .formatted(head.shortHex(), moved.shortHex());
    assertRefused(ErrorCode.CONFLICT, expected, () -> bench.desk().approve(stale, false));
    assertRefused(ErrorCode.CONFLICT, expected, () -> bench.desk().merge(stale));
    assertRefused(ErrorCode.CONFLICT, expected, () -> bench.desk().close(stale, "no"));
    assertRefused(
        ErrorCode.CONFLICT, expected, () -> bench.desk().waive(stale, "g", ARTIFACT, "why"));
    assertThat(bench.writesSoFar(number)).isEqualTo(before);
  }

  @Test
  @DisplayName("I5: a decision that is in force is not recorded twice")
  void recordsADecisionOnce() {
    Decision alice = bench.decision(number, "alice");
    bench.desk().approve(alice, true);
    bench.desk().waive(alice, "g", ARTIFACT, "why");
    Object before = bench.writesSoFar(number);

    bench.desk().approve(alice, true);
    bench.desk().waive(alice, "g", ARTIFACT, "why");

    assertThat(bench.writesSoFar(number)).isEqualTo(before);
    assertThat(bench.forge().conversation(number).approvals().get(0).simulated()).isTrue();
  }

  @Test
  void mergesByAMergeCommit_onTheTipOfTheTarget() {
    CommitId elsewhere = bench.push(ForgeBench.TARGET, base, "other.txt", "unrelated");
    bench.approve(number, "alice");

    CommitId merged = bench.merge(number, "bob");

    try (GitRepository repository = bench.repository()) {
      GitCommit commit =
          repository.log(new LogQuery(merged, Optional.empty(), Optional.empty(), true, 1)).get(0);
      assertThat(commit.parents()).containsExactly(elsewhere, head);
      assertThat(commit.author().name()).isEqualTo("bob");
      assertThat(commit.message())
          .isEqualTo(
              """
              Merge branch 'countersign/diamonds-price/production' (merge request 1)

              Promote 1.0.0

              Approved-by: alice
              Merge-request: 1
              """);
      assertThat(repository.read(merged, PATH)).hasValue(bytes("one"));
      assertThat(repository.read(merged, "other.txt")).hasValue(bytes("unrelated"));
    }
    assertThat(bench.tip(SOURCE)).isEmpty();
  }

  @Test
  @DisplayName("Fault row 44: the target changed the same file")
  void refusesToMerge_whenTheTargetChangedTheSameFile() {
    CommitId theirs = bench.push(ForgeBench.TARGET, base, PATH, "theirs");

    assertRefused(
        ErrorCode.CONFLICT,
        "merge request 1 and branch \"main\" both changed \"%s\": \"%s\" and \"%s\""
            .formatted(PATH, head, theirs),
        () -> bench.merge(number, "alice"));
    assertThat(bench.tip(ForgeBench.TARGET)).hasValue(theirs);
  }

  @Test
  void mergesABranchThatTheTargetWasMergedInto() {
    CommitId theirs = bench.push(ForgeBench.TARGET, base, "other.txt", "theirs");
    CommitId updated = bench.merge(SOURCE, List.of(head, theirs), "other.txt", "theirs");

    CommitId merged = bench.merge(number, "alice");

    try (GitRepository repository = bench.repository()) {
      assertThat(repository.read(merged, PATH)).hasValue(bytes("one"));
      assertThat(repository.read(merged, "other.txt")).hasValue(bytes("theirs"));
    }
    assertThat(bench.localForge().get(number).head()).isEqualTo(updated);
  }

  @Test
  void mergesOnce() {
    Decision alice = bench.decision(number, "alice");
    MergeRequest merged = bench.desk().merge(alice);

    assertThat(bench.desk().merge(alice)).isEqualTo(merged);
    assertThat(bench.tip(ForgeBench.TARGET)).isEqualTo(merged.mergeCommit());
  }

  @Test
  void refusesToMergeADraft() {
    bench.forge().update(number, draft(true));

    assertThatThrownBy(() -> bench.merge(number, "alice"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.GATE_FAILED);
              assertThat(e.explanation()).isEqualTo("merge request 1 cannot be merged yet");
              assertThat(e.problems())
                  .extracting(Object::toString)
                  .containsExactly("merge request 1: merge request 1 is a draft");
            });
    assertThat(bench.tip(ForgeBench.TARGET)).hasValue(base);
  }

  @Test
  void asksTheRuleBeforeMerging() {
    MergeRule rule =
        (request, conversation) ->
            conversation.approvals().isEmpty()
                ? List.of(new Objection(ErrorCode.NOT_APPROVED, "0 of 1 required approvals"))
                : List.of();
    try (GitRepository repository = bench.repository()) {
      LocalDesk desk = new LocalDesk(repository, LocalForgeBench.SETTINGS, rule);
      Decision alice = bench.decision(number, "alice");

      assertThatThrownBy(() -> desk.merge(alice))
          .isInstanceOfSatisfying(
              CountersignException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPROVED));
      desk.approve(alice, false);
      assertThat(desk.merge(alice).state()).isEqualTo(State.MERGED);
    }
  }

  @Test
  @DisplayName("Fault row 54: merged by hand shows as merged, with the commit that did it")
  void noticesAMergeByHand() {
    CommitId merge = bench.merge(ForgeBench.TARGET, List.of(base, head), PATH, "one");
    bench.push(ForgeBench.TARGET, merge, "later.txt", "later");

    MergeRequest request = bench.forge().of(SOURCE).get(0);

    assertThat(request.state()).isEqualTo(State.MERGED);
    assertThat(request.mergeCommit()).hasValue(merge);
    assertThat(request.ended().orElseThrow().by().login()).isEqualTo("Somebody");
    assertThat(bench.forge().bringing(merge)).containsExactly(request);
  }

  @Test
  void noticesAFastForward() {
    bench.point(ForgeBench.TARGET, head);

    assertThat(bench.forge().bringing(head)).hasSize(1);
    assertThat(bench.forge().of(SOURCE).get(0).mergeCommit()).hasValue(head);
  }

  @Test
  void refusesToMerge_whenTheBranchIsGone() {
    bench.deleteBranch(SOURCE);

    assertRefused(
        ErrorCode.CONFLICT,
        "merge request 1 cannot be merged: there is no branch \"" + SOURCE + "\"",
        () -> bench.merge(number, "alice"));
  }

  @Test
  void reopensNothing_thatIsMergedOrShadowedOrWithoutBranch() {
    bench.close(number, "alice");
    bench.deleteBranch(SOURCE);
    assertRefused(
        ErrorCode.CONFLICT,
        "merge request 1 has no branch \"" + SOURCE + "\" any more",
        () -> bench.reopen(number, "bob"));

    bench.push(SOURCE, base, PATH, "two");
    long second = bench.forge().open(draft(false)).number();
    assertRefused(
        ErrorCode.CONFLICT,
        "merge request 1 shares its branch with merge request 2",
        () -> bench.reopen(number, "bob"));

    bench.merge(second, "alice");
    assertRefused(
        ErrorCode.CONFLICT,
        "merge request 2 is merged; it cannot be opened again",
        () -> bench.reopen(second, "bob"));
  }

  @Test
  void closingByTheBot_isNotByAPerson() {
    bench.close(number, bench.bot());

    assertThat(bench.forge().of(SOURCE).get(0).ended().orElseThrow().byPerson()).isFalse();
  }

  @Test
  void refusesAWaiverWithoutAReason() {
    Decision alice = bench.decision(number, "alice");

    assertRefused(
        ErrorCode.INPUT_INVALID,
        "a waiver of gate \"rmse\" needs a reason",
        () -> bench.desk().waive(alice, "rmse", ARTIFACT, "  "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-alice", "al ice", "alice\n", "<b>", "a\u0000"})
  void refusesNamesThatAreNoNames(String login) {
    Decision nobody = new Decision(number, head, new Identity(login, Optional.empty()));

    assertThatThrownBy(() -> bench.desk().approve(nobody, false))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID));
  }

  @Test
  @DisplayName("I6: every head stays reachable from the merge request's ref")
  void keepsEveryHeadReachable() {
    CommitId second = bench.push(SOURCE, base, PATH, "two");
    bench.localForge().get(number);
    bench.close(number, "alice");
    bench.deleteBranch(SOURCE);

    try (GitRepository repository = bench.repository()) {
      CommitId tip = (CommitId) bench.writesSoFar(number);
      assertThat(repository.log(new LogQuery(tip, Optional.empty(), Optional.empty(), false, 100)))
          .extracting(GitCommit::id)
          .contains(head, second);
    }
  }

  private static void assertRefused(ErrorCode code, String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }

  private static MergeRequestDraft draft(boolean draft) {
    return new MergeRequestDraft(
        SOURCE, ForgeBench.TARGET, "Promote 1.0.0", "body", List.of("ml"), draft);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
