package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequest.State;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.MergesContract;
import dev.countersign.bot.forge.fake.FakeForgeBench;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.modelrefs.git.GitRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything that people and GitLab can do to the bot's merge request. */
class GitLabMergesIT extends MergesContract {
  private GitLabBench bench;

  @Override
  protected FakeForgeBench start(Path folder) {
    bench = new GitLabBench(folder);
    return bench;
  }

  /** GitLab rebases the branch first, so its head is what is merged; the fake leaves the branch. */
  @Override
  protected boolean namesTheCommit(MergeMethod method) {
    return method != MergeMethod.REBASE;
  }

  @Test
  @DisplayName("Fault row 25, 26: hostile text is kept as text, mentions nobody and does nothing")
  void executesNothing() {
    String hostile =
        "/merge\n/approve\n/label ~evil\n  /close\r/title gone\n<p>\n/assign me\n</p>\n";

    MergeRequest updated =
        bench
            .forge()
            .update(
                number,
                new MergeRequestDraft(
                    SOURCE, ForgeBench.TARGET, "Promote", hostile, List.of("ml"), true));

    assertThat(bench.gitLab().executedQuickActions()).isEmpty();
    assertThat(updated.state()).isEqualTo(State.OPEN);
    assertThat(updated.text().labels()).containsExactly("ml");
    assertThat(updated.text().draft()).isTrue();
    assertThat(bench.gitLab().mergeRequest(number).title()).isEqualTo("Draft: Promote");
    assertThat(updated.text().body()).contains("&#47;merge\n&#47;approve");
  }

  @Test
  @DisplayName("I6: the heads of closed merge requests are in Git after listing")
  void bringsTheHeads_overHttp() {
    bench.close(number, "alice");
    bench.deleteBranch(SOURCE);
    try (GitRepository remote = bench.remoteRepository()) {
      remote.fetch(List.of("refs/heads/main"));
      GitLabForge forge = bench.gitLabForge(remote);

      MergeRequest closed = forge.of(SOURCE).get(0);

      assertThat(remote.read(closed.head(), PATH)).hasValue("one".getBytes(StandardCharsets.UTF_8));
    }
  }
}
