package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.MergeRequest.State;
import dev.countersign.bot.forge.fake.FakeForgeBench;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that people and a forge on a server can do to the bot's merge request. */
public abstract class MergesContract {
  /** The bot's branch. */
  protected static final String SOURCE = "countersign/diamonds-price/production";

  /** What it brings. */
  protected static final String PATH = "model-refs/diamonds-price/production/model-reference.json";

  @TempDir private Path folder;

  /** The number of the open merge request. */
  protected long number;

  private FakeForgeBench bench;

  /** Starts the forge over a repository in a folder. */
  protected abstract FakeForgeBench start(Path folder);

  /** Whether the forge, as the fake plays it, names the commit that a method of merging makes. */
  protected boolean namesTheCommit(MergeMethod method) {
    return true;
  }

  @BeforeEach
  void open() {
    bench = start(folder);
    bench.push(SOURCE, target(), PATH, "one");
    number = bench.forge().open(draft("Promote 1.0.0")).number();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(MergeMethod.class)
  @DisplayName("Fault row 54: merge commit, squash and rebase all lead back to the merge request")
  void findsWhatBroughtACommit_howeverItWasMerged(MergeMethod method) {
    bench.push(ForgeBench.TARGET, target(), "other.txt", "later");
    CommitId merged = bench.merge(number, "alice", method);

    List<MergeRequest> found = bench.forge().bringing(merged);

    assertThat(found).extracting(MergeRequest::number).containsExactly(number);
    assertThat(found.get(0).state()).isEqualTo(State.MERGED);
    assertThat(found.get(0).ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(found.get(0).ended().orElseThrow().byPerson()).isTrue();
    if (namesTheCommit(method)) {
      assertThat(found.get(0).mergeCommit()).hasValue(merged);
    }
  }

  @ParameterizedTest
  @EnumSource(MergeMethod.class)
  @DisplayName("I1, I2: the job step learns head, approvals and who merged")
  void answersTheJobStep(MergeMethod method) {
    bench.approve(number, "bob");
    CommitId merged = bench.merge(number, "alice", method);
    try (GitRepository git = bench.repository()) {
      MergedRequest request =
          new ForgeMergeRequests(bench.forge(), git).broughtBy(merged).orElseThrow();

      assertThat(request.number()).isEqualTo(number);
      assertThat(request.target()).isEqualTo(ForgeBench.TARGET);
      assertThat(request.mergedBy().login()).isEqualTo("alice");
      assertThat(request.approvals()).extracting(one -> one.by().login()).containsExactly("bob");
      assertThat(git.read(request.head(), PATH)).isPresent();
    }
  }

  @Test
  @DisplayName("Fault row 59: a commit that no merge request brought was brought by none")
  void findsNone_forAPushOrAnUnknownCommit() {
    CommitId pushed = bench.push(ForgeBench.TARGET, target(), PATH, "by hand");

    assertThat(bench.forge().bringing(pushed)).isEmpty();
    assertThat(bench.forge().bringing(new CommitId("0".repeat(40)))).isEmpty();
  }

  @Test
  @DisplayName("Fault row 54: merged into another branch is not merged into the protected one")
  void ignoresAMergeIntoAnotherBranch() {
    bench.push("develop", target(), "x.txt", "x");
    bench.request(number).retarget("develop");
    CommitId merged = bench.merge(number, "alice");

    assertThat(bench.forge().bringing(merged)).isEmpty();
  }

  @Test
  @DisplayName("Fault row 54: a retargeted merge request is brought back to its target")
  void bringsTheTargetBack() {
    bench.push("develop", target(), "x.txt", "x");
    bench.request(number).retarget("develop");

    bench.forge().update(number, draft("Promote 1.0.0"));

    assertThat(bench.request(number).target()).isEqualTo(ForgeBench.TARGET);
  }

  @Test
  @DisplayName("Fault row 54: closed by the bot is not rejected by a person")
  void tellsTheBotsOwnClosing() {
    bench.close(number, bench.bot());

    assertThat(only().ended().orElseThrow().byPerson()).isFalse();
  }

  @Test
  @DisplayName("Fault row 54: who rejected is told also where others were merged since")
  void tellsWhoClosed_amongOthers() {
    bench.close(number, "alice");
    long second = bench.forge().open(draft("Promote 1.0.1")).number();
    bench.merge(second, "bob");
    bench.push(SOURCE, target(), PATH, "three");
    long third = bench.forge().open(draft("Promote 1.0.2")).number();

    List<MergeRequest> all = bench.forge().of(SOURCE);

    assertThat(all).extracting(MergeRequest::number).containsExactly(third, second, number);
    assertThat(all.get(2).ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(all.get(1).state()).isEqualTo(State.MERGED);
  }

  @Test
  @DisplayName("Fault row 54: closed between looking and opening; another one is opened")
  void opensAnotherOne_ifItWasClosedMeanwhile() {
    Forge forge = bench.forge();
    forge.of(SOURCE);
    bench.close(number, "alice");

    MergeRequest opened = forge.open(draft("Promote 1.0.1"));

    assertThat(opened.state()).isEqualTo(State.OPEN);
    assertThat(opened.number()).isGreaterThan(number);
  }

  @Test
  @DisplayName("Fault row 47: opened between looking and opening; that one is adopted")
  void adoptsWhatWasOpenedMeanwhile() {
    bench.close(number, "alice");
    Forge forge = bench.forge();
    forge.of(SOURCE);
    long other = bench.forge().open(draft("Promote 1.0.1")).number();

    MergeRequest adopted = forge.open(draft("Promote 1.0.2"));

    assertThat(adopted.number()).isEqualTo(other);
    assertThat(adopted.text().title()).isEqualTo("Promote 1.0.2");
  }

  @Test
  @DisplayName("I5: a body that a browser saved with CRLF is not written again")
  void takesCrlfForLf() {
    MergeRequestDraft lines =
        new MergeRequestDraft(
            SOURCE, ForgeBench.TARGET, "Promote 1.0.0", "a\n\nb", List.of("ml"), false);
    bench.forge().update(number, lines);
    bench.request(number).describe("a\r\n\r\nb\r\n");
    Object before = bench.writesSoFar(number);

    bench.forge().update(number, lines);

    assertThat(bench.writesSoFar(number)).isEqualTo(before);
  }

  @Test
  @DisplayName("Fault row 45: the merge request of another branch is not edited")
  void refusesAnotherBranchsMergeRequest() {
    MergeRequestDraft other =
        new MergeRequestDraft("other", ForgeBench.TARGET, "Promote", "", List.of(), false);

    assertThatThrownBy(() -> bench.forge().update(number, other))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
        .hasMessage(
            "merge request 1 comes from branch \"countersign/diamonds-price/production\", not from"
                + " \"other\"");
  }

  /** The tip of the protected branch. */
  protected final CommitId target() {
    return bench.tip(ForgeBench.TARGET).orElseThrow();
  }

  private MergeRequest only() {
    List<MergeRequest> all = bench.forge().of(SOURCE);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** What the bot proposes. */
  protected static MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(SOURCE, ForgeBench.TARGET, title, "body", List.of("ml"), false);
  }
}
