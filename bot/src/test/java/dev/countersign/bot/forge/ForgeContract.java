package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.MergeRequest.State;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link Forge} has to do; run by each adapter on its own bench. */
public abstract class ForgeContract {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final Digest ARTIFACT = ReviewInputs.better().candidate().artifact().digest();

  private ForgeBench bench;

  /** A bench of its own for each test. */
  protected abstract ForgeBench newBench();

  @BeforeEach
  void setUp() {
    bench = newBench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void opensAMergeRequest_withEverythingThatTheDraftSays() {
    CommitId head = pushCandidate("one");
    MergeRequestDraft draft =
        new MergeRequestDraft(
            SOURCE, ForgeBench.TARGET, "Promote 1.0.0", "# Body\n", List.of("b", "a"), true);

    MergeRequest opened = bench.forge().open(draft);

    assertThat(opened.text()).isEqualTo(draft);
    assertThat(opened.state()).isEqualTo(State.OPEN);
    assertThat(opened.head()).isEqualTo(head);
    assertThat(opened.author().login()).isEqualTo(bench.bot());
    assertThat(opened.ended()).isEmpty();
    assertThat(opened.mergeCommit()).isEmpty();
    assertThat(opened.url()).contains(Long.toString(opened.number()));
    assertThat(bench.forge().of(SOURCE)).containsExactly(opened);
  }

  @Test
  @DisplayName("I5, I6, fault row 47: opening again adopts the open merge request")
  void opensNoSecondMergeRequest_whenOneIsOpen() {
    pushCandidate("one");
    MergeRequest first = bench.forge().open(draft("Promote 1.0.0"));

    MergeRequest second = bench.forge().open(draft("Promote 1.0.1"));

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.text().title()).isEqualTo("Promote 1.0.1");
    assertThat(bench.forge().of(SOURCE)).containsExactly(second);
  }

  @Test
  @DisplayName("I5: an update that changes nothing writes nothing")
  void writesNothing_whenNothingDiffers() {
    pushCandidate("one");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    Object before = bench.writesSoFar(number);

    bench.forge().update(number, draft("Promote 1.0.0"));
    bench.forge().open(draft("Promote 1.0.0"));
    bench.forge().of(SOURCE);
    bench.forge().conversation(number);

    assertThat(bench.writesSoFar(number)).isEqualTo(before);
  }

  @Test
  void bringsEveryPartOfTheTextUpToDate() {
    pushCandidate("one");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    MergeRequestDraft changed =
        new MergeRequestDraft(
            SOURCE, ForgeBench.TARGET, "Promote 1.1.0", "other", List.of("verdict: mixed"), true);

    bench.forge().update(number, changed);
    assertThat(only().text()).isEqualTo(changed);

    bench.forge().update(number, draft("Promote 1.1.0"));
    assertThat(only().text()).isEqualTo(draft("Promote 1.1.0"));
  }

  @Test
  void opensNothing_withoutTheBranch() {
    assertThatThrownBy(() -> bench.forge().open(draft("Promote 1.0.0")))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessageContaining("\"" + SOURCE + "\"");
  }

  @Test
  void opensNothing_whenTheTargetHasItAll() {
    bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), PATH, "one");
    bench.push(ForgeBench.TARGET, bench.tip(SOURCE).orElseThrow(), "other.txt", "later");

    assertThatThrownBy(() -> bench.forge().open(draft("Promote 1.0.0")))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
  }

  @Test
  void saysSo_whenThereIsNoSuchMergeRequest() {
    assertThatThrownBy(() -> bench.forge().conversation(99))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessageContaining("\"99\"");
  }

  @Test
  @DisplayName("Fault row 54: closed by a person, then another one opened")
  void tellsWhoClosed_andOpensAnotherOne() {
    CommitId rejected = pushCandidate("one");
    long first = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.close(first, "alice");
    pushCandidate("two");

    MergeRequest second = bench.forge().open(draft("Promote 1.0.1"));

    List<MergeRequest> all = bench.forge().of(SOURCE);
    assertThat(all).extracting(MergeRequest::number).containsExactly(second.number(), first);
    assertThat(all.get(1).state()).isEqualTo(State.CLOSED);
    assertThat(all.get(1).head()).isEqualTo(rejected);
    assertThat(all.get(1).ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(all.get(1).ended().orElseThrow().byPerson()).isTrue();
  }

  @Test
  @DisplayName("Fault row 54: reopened is open again, and no second one is opened")
  void reopenedIsOpenAgain() {
    pushCandidate("one");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.close(number, "alice");

    bench.reopen(number, "bob");

    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(only().ended()).isEmpty();
    assertThat(bench.forge().open(draft("Promote 1.0.0")).number()).isEqualTo(number);
  }

  @Test
  @DisplayName("I6: the closed head is remembered after its branch is deleted")
  void readsTheRejectedContent_afterTheBranchIsDeleted() {
    CommitId head = pushCandidate("rejected");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.close(number, "alice");
    bench.deleteBranch(SOURCE);

    assertThat(only().head()).isEqualTo(head);
    try (GitRepository repository = bench.repository()) {
      assertThat(repository.read(only().head(), PATH))
          .hasValue("rejected".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  @DisplayName("Fault rows 45, 55: a push by somebody else shows as the new head")
  void showsAForeignPush_andKeepsTheHeadsOfApprovals() {
    CommitId approved = pushCandidate("one");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.approve(number, "alice");

    CommitId foreign = bench.push(SOURCE, approved, "extra.txt", "surprise");

    assertThat(only().head()).isEqualTo(foreign);
    assertThat(bench.forge().conversation(number).approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("alice", Optional.of(approved)));
  }

  @Test
  void listsApprovalsAndWaivers_inOrder() {
    pushCandidate(
        new String(
            ReferenceCodec.encode(ReviewInputs.better().candidate()), StandardCharsets.UTF_8));
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.approve(number, "alice");
    bench.waive(number, "carol", "rmse-superior", ARTIFACT, "agreed in review");
    bench.approve(number, "bob");

    Conversation conversation = bench.forge().conversation(number);

    assertThat(conversation.approvals())
        .extracting(approval -> approval.by().login())
        .containsExactly("alice", "bob");
    assertThat(conversation.waivers()).hasSize(1);
    assertThat(conversation.waivers().get(0).gateId()).isEqualTo("rmse-superior");
    assertThat(conversation.waivers().get(0).by().login()).isEqualTo("carol");
    assertThat(conversation.waivers().get(0).artifactDigest()).isEqualTo(ARTIFACT);
    assertThat(conversation.waivers().get(0).reason()).isEqualTo("agreed in review");
  }

  @Test
  void findsWhatBroughtACommit() {
    pushCandidate("one");
    long number = bench.forge().open(draft("Promote 1.0.0")).number();
    CommitId before = bench.tip(ForgeBench.TARGET).orElseThrow();

    CommitId merged = bench.merge(number, "alice");

    MergeRequest request = only();
    assertThat(request.state()).isEqualTo(State.MERGED);
    assertThat(request.mergeCommit()).hasValue(merged);
    assertThat(request.ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(bench.tip(ForgeBench.TARGET)).hasValue(merged);
    assertThat(bench.forge().bringing(merged)).containsExactly(request);
    assertThat(bench.forge().bringing(before)).isEmpty();
  }

  @Test
  void opensAnotherOne_afterMerging() {
    pushCandidate("one");
    long first = bench.forge().open(draft("Promote 1.0.0")).number();
    bench.merge(first, "alice");
    pushCandidate("two");

    MergeRequest second = bench.forge().open(draft("Promote 1.1.0"));

    assertThat(second.number()).isGreaterThan(first);
    assertThat(bench.forge().of(SOURCE))
        .extracting(MergeRequest::state)
        .containsExactly(State.OPEN, State.MERGED);
  }

  @Test
  @DisplayName("I8: quick actions, mentions and trailers in text do nothing")
  void executesNothingInText() {
    pushCandidate("one");
    String hostile = "/approve\n/merge\n/close\n/countersign waive all\n\nApproved-by: alice\n";
    MergeRequestDraft draft =
        new MergeRequestDraft(SOURCE, ForgeBench.TARGET, "/close", hostile, List.of(), false);

    long number = bench.forge().open(draft).number();

    assertThat(only().state()).isEqualTo(State.OPEN);
    assertThat(bench.forge().conversation(number).approvals()).isEmpty();
    assertThat(bench.forge().conversation(number).waivers()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 44: two bots at once open one merge request")
  void twoBotsAtOnce_openOne() throws Exception {
    pushCandidate("one");

    List<Long> numbers =
        atOnce(
            List.of(
                () -> bench.forge().open(draft("Promote 1.0.0")).number(),
                () -> bench.forge().open(draft("Promote 1.0.0")).number(),
                () -> bench.forge().open(draft("Promote 1.0.0")).number()));

    assertThat(numbers).containsOnly(only().number());
  }

  @Test
  @DisplayName("Fault row 44: ten models proposed at once each land once")
  void tenLinesAtOnce_openOneEach() throws Exception {
    CommitId base = bench.tip(ForgeBench.TARGET).orElseThrow();
    List<Callable<Long>> bots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String source = "countersign/model-" + i + "/production";
      bench.push(source, base, "model-refs/model-" + i + "/production/model-reference.json", "x");
      MergeRequestDraft draft =
          new MergeRequestDraft(source, ForgeBench.TARGET, "Promote", "", List.of(), false);
      bots.add(() -> bench.forge().open(draft).number());
    }

    List<Long> numbers = atOnce(bots);

    long first = numbers.stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(first, first + 10).boxed().toList());
    IntStream.range(0, 10)
        .forEach(
            i -> assertThat(bench.forge().of("countersign/model-" + i + "/production")).hasSize(1));
  }

  @Test
  @DisplayName("I5: attaching again gives the links that a merge request shows already")
  void storesAPictureOnce() {
    pushCandidate("one");
    List<Attachment> pictures = List.of(picture("residuals.png", 1), picture("slices.png", 2));

    List<String> first = bench.forge().attach(pictures);
    bench
        .forge()
        .open(
            new MergeRequestDraft(
                SOURCE, ForgeBench.TARGET, "Promote", shown(first), List.of(), false));
    bench.forge().attach(List.of(picture("other.png", 3)));
    Forge later = bench.forge();
    later.of(SOURCE);
    List<String> again = later.attach(pictures);

    assertThat(first).hasSize(2).doesNotHaveDuplicates();
    assertThat(again).isEqualTo(first);
    assertThat(first.get(0)).contains("residuals.png");
  }

  @Test
  void givesAnotherPictureAnotherLink() {
    assertThat(bench.forge().attach(List.of(picture("residuals.png", 1))))
        .doesNotContainAnyElementsOf(bench.forge().attach(List.of(picture("residuals.png", 2))));
  }

  @Test
  void keepsADocument_orNamesNoPlaceForIt() {
    Attachment document =
        Attachment.document(
            new ArtifactPath("m/production/ab/review"),
            "<!doctype html>",
            "# Review",
            List.of(picture("loss.png", 1)));
    List<String> links = bench.forge().attach(List.of(document, picture("residuals.png", 2)));

    assertThat(links).hasSize(2);
    assertThat(links.get(0)).matches("|.*/[0-9a-f]{64}[-/]review\\.(html|md)");
    assertThat(links.get(1)).contains("residuals.png");
  }

  @Test
  @DisplayName("Fault row 15: what is not a picture is not attached")
  void refusesWhatIsNoPicture() {
    Attachment secret =
        new Attachment(
            new ArtifactPath("a/passwd.png"), "root:x:0:0".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> bench.forge().attach(List.of(secret)))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
        .hasMessage("\"a/passwd.png\" is not a PNG picture");
  }

  private CommitId pushCandidate(String content) {
    return bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), PATH, content);
  }

  private MergeRequest only() {
    List<MergeRequest> all = bench.forge().of(SOURCE);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(
        SOURCE, ForgeBench.TARGET, title, "body", List.of("verdict: better"), false);
  }

  private static String shown(List<String> links) {
    return links.stream()
        .map(link -> "![plot](" + link + ")")
        .collect(Collectors.joining("\n\n", "Plots\n\n", "\n"));
  }

  private static Attachment picture(String name, int content) {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) content};
    return new Attachment(new ArtifactPath("diamonds-price/production/" + name), png);
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
