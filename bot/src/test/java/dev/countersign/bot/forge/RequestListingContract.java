package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RequestListing} has to do; run by each adapter on its own bench. */
public abstract class RequestListingContract {
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
  void listsAllThatChanged_newestFirst() {
    MergeRequest open = open("a");
    MergeRequest closed = open("b");
    MergeRequest merged = open("c");
    bench.close(closed.number(), "alice");
    CommitId landed = bench.merge(merged.number(), "alice");

    List<MergeRequest> listed = since(Instant.EPOCH).stream().map(ListedRequest::request).toList();

    assertThat(listed)
        .extracting(MergeRequest::number)
        .containsExactly(merged.number(), closed.number(), open.number());
    assertThat(listed)
        .extracting(MergeRequest::state)
        .containsExactly(
            MergeRequest.State.MERGED, MergeRequest.State.CLOSED, MergeRequest.State.OPEN);
    assertThat(listed.get(2)).isEqualTo(open);
    assertThat(listed.get(0).mergeCommit()).hasValue(landed);
    assertThat(listed.get(1).head()).isEqualTo(closed.head());
  }

  @Test
  void leavesOutWhatEndedAndChangedBefore_butNothingThatIsOpen() {
    MergeRequest open = open("a");
    bench.close(open("b").number(), "alice");
    bench.merge(open("c").number(), "alice");

    List<ListedRequest> later = since(lastChange().plusSeconds(1));

    assertThat(later)
        .extracting(listed -> listed.request().number())
        .containsExactly(open.number());
  }

  @Test
  void anApprovalIsAChange() {
    MergeRequest request = open("a");
    ListedRequest before = since(Instant.EPOCH).get(0);

    bench.approve(request.number(), "bob");

    ListedRequest after = since(Instant.EPOCH).get(0);
    assertThat(after.openedAt()).isEqualTo(before.openedAt());
    assertThat(after.changedAt()).isAfter(before.changedAt());
  }

  private List<ListedRequest> since(Instant time) {
    return ((RequestListing) bench.forge()).openOrChangedSince(time);
  }

  private Instant lastChange() {
    return since(Instant.EPOCH).stream()
        .map(ListedRequest::changedAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private MergeRequest open(String model) {
    String source = "countersign/" + model + "/production";
    bench.push(
        source,
        bench.tip(ForgeBench.TARGET).orElseThrow(),
        "model-refs/" + model + "/production/model-reference.json",
        model);
    return bench
        .forge()
        .open(
            new MergeRequestDraft(source, ForgeBench.TARGET, "Promote", "body", List.of(), false));
  }
}
