package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.Review.State;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.review.References;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people did on GitHub, as it is read for those who judge it. */
class GitHubConversationIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final ModelReference FIRST = candidate("1.1.0");
  private static final ModelReference SECOND = candidate("1.2.0");

  @TempDir private Path folder;
  private GitHubBench bench;
  private CommitId base;
  private CommitId head;
  private long number;

  @BeforeEach
  void open() {
    bench = new GitHubBench(folder.resolve("models.git"));
    base = bench.tip(ForgeBench.TARGET).orElseThrow();
    head = push(FIRST);
    number =
        bench
            .forge()
            .open(
                new MergeRequestDraft(
                    SOURCE, ForgeBench.TARGET, "Promote", "text", List.of(), false))
            .number();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  @DisplayName("I7: an approval is for the head that it was given for")
  void bindsAnApprovalToItsHead() {
    bench.approve(number, "alice");
    CommitId next = push(SECOND);
    bench.approve(number, "bob");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(tuple("alice", Optional.of(head)), tuple("bob", Optional.of(next)));
  }

  @Test
  @DisplayName("Fault row 56: changes requested after an approval take it back, a comment does not")
  void countsTheLastWordOfEach() {
    bench.approve(number, "alice");
    bench.gitHub().review(number, "alice", State.CHANGES_REQUESTED, "no");
    bench.approve(number, "bob");
    bench.gitHub().review(number, "bob", State.COMMENTED, "by the way");
    bench.gitHub().review(number, "carol", State.CHANGES_REQUESTED, "no");
    bench.approve(number, "carol");
    bench.gitHub().review(number, "dave", State.COMMENTED, "looks fine");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login())
        .containsExactly("bob", "carol");
  }

  @Test
  @DisplayName("Fault row 56: a dismissed approval does not count")
  void forgetsADismissedApproval() {
    bench.approve(number, "alice");
    push(SECOND);
    bench.gitHubForge().resetApprovals(number);

    assertThat(conversation().approvals()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 56: who may only read may not write, whoever approves")
  void tellsWhoMayWrite() {
    for (String login : List.of("reader", "dave", "alice", "admin", "outsider")) {
      bench.approve(number, login);
    }

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login() + " " + approval.mayWrite())
        .containsExactly("reader false", "dave true", "alice true", "admin true", "outsider false");
  }

  @Test
  @DisplayName("Strict mode: a comment that names the checksum approves the content that has it")
  void aCommentApprovesWhatItsChecksumNames() {
    CommitId second = push(SECOND);
    comment("alice", "/countersign approve " + prefix(FIRST));
    comment("bob", "Fine.\n/countersign approve " + prefix(SECOND));
    comment("carol", "/countersign approve 0123456789abcdef");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(
            tuple("alice", Optional.of(head)),
            tuple("bob", Optional.of(second)),
            tuple("carol", Optional.empty()));
  }

  @Test
  @DisplayName("Strict mode: naming the checksum tells, where the clock cannot")
  void aChecksumTells_withinTheSecondOfAPush() {
    CommitId second = push(SECOND);
    bench.gitHub().clock().advance(Duration.ofSeconds(-1));
    comment("bob", "/countersign approve " + prefix(SECOND));

    assertThat(conversation().approvals())
        .extracting(Approval::head)
        .containsExactly(Optional.of(second));
  }

  @Test
  void aWaiverIsBoundToTheDigestOfItsTime() {
    comment("alice", "/countersign waive rmse-superior agreed in review");
    push(SECOND);
    comment("bob", "/countersign waive no-slice-worse known, see CHG-7");

    assertThat(conversation().waivers())
        .extracting(
            waiver -> waiver.gateId() + " by " + waiver.by() + ": " + waiver.reason(),
            Waiver::artifactDigest)
        .containsExactly(
            tuple("rmse-superior by alice: agreed in review", FIRST.artifact().digest()),
            tuple("no-slice-worse by bob: known, see CHG-7", SECOND.artifact().digest()));
  }

  @Test
  @DisplayName("I7: a comment that was edited is no waiver")
  void anEditedCommentIsNoWaiver() {
    comment("alice", "/countersign waive rmse-superior agreed");
    bench
        .gitHub()
        .pull(number)
        .comments(
            all ->
                all.stream()
                    .map(one -> one.edited(one.body(), one.created().plusSeconds(60)))
                    .toList());

    assertThat(conversation().waivers()).isEmpty();
  }

  @Test
  @DisplayName("I7: within the second of a push nobody knows what was waived")
  void waivesNothing_withinTheSecondOfAPush() {
    push(SECOND);
    bench.gitHub().clock().advance(Duration.ofSeconds(-1));
    comment("alice", "/countersign waive rmse-superior agreed");

    assertThat(conversation().waivers()).isEmpty();
  }

  @Test
  @DisplayName("I7: where the server does not tell when was pushed, no waiver counts")
  void waivesNothing_whereTheServerDoesNotTell() {
    comment("alice", "/countersign waive rmse-superior agreed");
    bench
        .gitHub()
        .faults()
        .instead(
            request -> request.rawPath().endsWith("/activity"),
            Answer.json(404, Json.object().node()));

    assertThat(conversation().waivers()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 54: the conversation stays readable after the branch is deleted")
  void isReadAfterTheBranchIsGone() {
    bench.approve(number, "alice");
    comment("bob", "/countersign waive rmse-superior agreed");
    bench.close(number, "carol");
    bench.deleteBranch(SOURCE);

    assertThat(conversation().approvals())
        .extracting(Approval::head)
        .containsExactly(Optional.of(head));
    assertThat(conversation().waivers()).hasSize(1);
  }

  private void comment(String login, String text) {
    bench.gitHub().comment(number, login, text);
  }

  /** On the base, as the bot does it: the earlier head is on no branch any more. */
  private CommitId push(ModelReference reference) {
    return bench.push(
        SOURCE, base, PATH, new String(ReferenceCodec.encode(reference), StandardCharsets.UTF_8));
  }

  private Conversation conversation() {
    return bench.forge().conversation(number);
  }

  private static String prefix(ModelReference reference) {
    return ReferenceCodec.decode(ReferenceCodec.encode(reference), "it")
        .checksum()
        .hex()
        .substring(0, 12);
  }

  private static ModelReference candidate(String version) {
    return References.trained(
        version, 2, ReviewInputs.better().candidate().evaluation().orElseThrow());
  }
}
