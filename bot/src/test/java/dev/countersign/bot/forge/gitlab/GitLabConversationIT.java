package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.gitlab.GitLabSettings;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people did on GitLab, as it is read for those who judge it. */
class GitLabConversationIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final ModelReference FIRST = candidate("1.1.0");
  private static final ModelReference SECOND = candidate("1.2.0");

  @TempDir private Path folder;
  private GitLabBench bench;
  private CommitId base;
  private CommitId head;
  private long number;

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"15.11.13", "16.11.10", "17.11.7", "18.5.1", "19.0.0"})
  @DisplayName("I7, fault row 52: every GitLab from 15 to 19 tells which head was approved")
  void bindsAnApprovalToTheHeadOfItsTime(String version) {
    open(version);
    bench.approve(number, "alice");
    CommitId next = push(SECOND);
    bench.approve(number, "bob");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("alice", Optional.of(head)),
            org.assertj.core.groups.Tuple.tuple("bob", Optional.of(next)));
    assertThat(conversation().approvals()).allMatch(Approval::mayWrite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"16.11.10", "18.5.1"})
  @DisplayName("I7: an approval in the second of a push is bound to no head")
  void bindsNothing_withinTheSecondOfAPush(String version) {
    open(version);
    push(SECOND);
    bench.gitLab().clock().advance(Duration.ofSeconds(-1));
    bench.approve(number, "alice");

    assertThat(conversation().approvals())
        .extracting(Approval::head)
        .containsExactly(Optional.empty());
  }

  @Test
  @DisplayName("Fault row 56: an approval that was taken back does not count")
  void forgetsWhatWasTakenBack() {
    open("18.5.1");
    bench.approve(number, "alice");
    bench.gitLab().unapprove(number, "alice");

    assertThat(conversation().approvals()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 56: who may only read may not write, whoever approves")
  void tellsWhoMayWrite() {
    open("18.5.1");
    bench.approve(number, "reader");
    bench.approve(number, "guest");
    bench.approve(number, "dave");
    bench.approve(number, "outsider");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login() + " " + approval.mayWrite())
        .containsExactly("reader false", "guest false", "dave true", "outsider false");
  }

  @Test
  @DisplayName("Strict mode: a comment that names the checksum approves the content that has it")
  void aCommentApprovesWhatItsChecksumNames() {
    open("18.5.1");
    CommitId second = push(SECOND);
    bench.gitLab().comment(number, "alice", "/countersign approve " + prefix(FIRST));
    bench.gitLab().comment(number, "bob", "Fine.\n/countersign approve " + prefix(SECOND));
    bench.gitLab().comment(number, "carol", "/countersign approve 0123456789abcdef");

    assertThat(conversation().approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("alice", Optional.of(head)),
            org.assertj.core.groups.Tuple.tuple("bob", Optional.of(second)),
            org.assertj.core.groups.Tuple.tuple("carol", Optional.empty()));
  }

  @Test
  @DisplayName("Strict mode: naming the checksum tells, where the clock cannot")
  void aChecksumTells_withinTheSecondOfAPush() {
    open("18.5.1");
    CommitId second = push(SECOND);
    bench.gitLab().clock().advance(Duration.ofSeconds(-1));
    bench.gitLab().comment(number, "bob", "/countersign approve " + prefix(SECOND));

    assertThat(conversation().approvals())
        .extracting(Approval::head)
        .containsExactly(Optional.of(second));
  }

  @Test
  void aWaiverIsBoundToTheDigestOfItsTime() {
    open("18.5.1");
    bench.gitLab().comment(number, "alice", "/countersign waive rmse-superior agreed in review");
    push(SECOND);
    bench.gitLab().comment(number, "bob", "/countersign waive no-slice-worse known, see CHG-7");

    List<Waiver> waivers = conversation().waivers();

    assertThat(waivers)
        .extracting(
            waiver -> waiver.gateId() + " by " + waiver.by() + ": " + waiver.reason(),
            Waiver::artifactDigest)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "rmse-superior by alice: agreed in review", FIRST.artifact().digest()),
            org.assertj.core.groups.Tuple.tuple(
                "no-slice-worse by bob: known, see CHG-7", SECOND.artifact().digest()));
  }

  @Test
  @DisplayName("I7: a comment that was edited is no waiver")
  void anEditedCommentIsNoWaiver() {
    open("18.5.1");
    bench.gitLab().comment(number, "alice", "/countersign waive rmse-superior agreed");
    bench
        .gitLab()
        .mergeRequest(number)
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
    open("18.5.1");
    push(SECOND);
    bench.gitLab().clock().advance(Duration.ofSeconds(-1));
    bench.gitLab().comment(number, "alice", "/countersign waive rmse-superior agreed");

    assertThat(conversation().waivers()).isEmpty();
  }

  @Test
  @DisplayName(
      "Fault row 54: the conversation stays readable after closing and deleting the branch")
  void isReadAfterTheBranchIsGone() {
    open("18.5.1");
    bench.approve(number, "alice");
    bench.gitLab().comment(number, "bob", "/countersign waive rmse-superior agreed");
    bench.close(number, "carol");
    bench.deleteBranch(SOURCE);

    assertThat(conversation().approvals())
        .extracting(Approval::head)
        .containsExactly(Optional.of(head));
    assertThat(conversation().waivers()).hasSize(1);
  }

  private void open(String version) {
    bench = new GitLabBench(folder, GitLabSettings.current().withVersion(version));
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
