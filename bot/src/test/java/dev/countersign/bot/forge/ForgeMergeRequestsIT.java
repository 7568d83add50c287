package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeBench;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeMergeRequestsIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final Digest ARTIFACT = Digest.of("model".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;
  private LocalForgeBench bench;
  private CommitId base;
  private CommitId head;

  @BeforeEach
  void openOne() {
    bench = new LocalForgeBench(folder.resolve("models.git"));
    base = bench.tip(ForgeBench.TARGET).orElseThrow();
    head = bench.push(SOURCE, base, PATH, "one");
    bench.forge().open(draft(SOURCE));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void tellsAllThatTheJobStepAsks() {
    bench.push(ForgeBench.TARGET, base, "unrelated.txt", "x");
    bench.approve(1, "bob");
    bench.waive(1, "carol", "rmse", ARTIFACT, "agreed");
    CommitId merged = bench.merge(1, "alice");

    MergedRequest request = broughtBy(merged).orElseThrow();

    assertThat(request.number()).isEqualTo(1);
    assertThat(request.url()).isEqualTo("http://127.0.0.1:8484/merge-requests/1");
    assertThat(request.source()).isEqualTo(SOURCE);
    assertThat(request.target()).isEqualTo(ForgeBench.TARGET);
    assertThat(request.head()).isEqualTo(head);
    assertThat(request.mergeBase()).isEqualTo(base);
    assertThat(request.author().login()).isEqualTo(bench.bot());
    assertThat(request.approvals()).extracting(one -> one.by().login()).containsExactly("bob");
    assertThat(request.waivers()).extracting(one -> one.by().login()).containsExactly("carol");
    assertThat(request.mergedBy().login()).isEqualTo("alice");
    assertThat(request.mergedAt()).isEqualTo(LocalForgeBench.NOW);
  }

  @Test
  void takesTheTargetAsBase_whenTheBranchWasUpdatedFromIt() {
    CommitId target = bench.push(ForgeBench.TARGET, base, "unrelated.txt", "x");
    bench.merge(SOURCE, List.of(head, target), "unrelated.txt", "x");

    CommitId merged = bench.merge(1, "alice");

    assertThat(broughtBy(merged).orElseThrow().mergeBase()).isEqualTo(target);
  }

  @Test
  void findsNothing_forACommitThatNoMergeRequestBrought() {
    CommitId direct = bench.push(ForgeBench.TARGET, base, PATH, "by hand");

    assertThat(broughtBy(direct)).isEmpty();
  }

  @Test
  void refusesToChoose_whenTwoClaimTheCommit() {
    bench.point("countersign/other/production", head);
    bench.forge().open(draft("countersign/other/production"));
    CommitId merged = bench.merge(ForgeBench.TARGET, List.of(base, head), PATH, "one");

    assertThatThrownBy(() -> broughtBy(merged))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessage(
            "commit \"%s\" was brought by more than one merge request: [2, 1]".formatted(merged));
  }

  private Optional<MergedRequest> broughtBy(CommitId merged) {
    try (GitRepository repository = bench.repository()) {
      LocalForge forge = new LocalForge(repository, LocalForgeBench.SETTINGS);
      return new ForgeMergeRequests(forge, repository).broughtBy(merged);
    }
  }

  private static MergeRequestDraft draft(String source) {
    return new MergeRequestDraft(source, ForgeBench.TARGET, "Promote", "body", List.of(), false);
  }
}
