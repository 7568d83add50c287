package dev.countersign.bot.forge.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetBranchIT {
  private static final Person SOMEBODY =
      new Person("mallory", "mallory@example.com", Instant.parse("2026-11-20T12:00:00Z"));
  private static final String MONTH = "refs/countersign/assets/2026-10";
  private static final Attachment REVIEW =
      Attachment.document(
          new ArtifactPath("m/production/review"), "<p>worse</p>", "worse", List.of());

  @TempDir private Path folder;

  @Test
  @DisplayName("I8: what somebody put under a picture's or document's name is not shown for it")
  void storesAgain_whereOtherBytesLieUnderTheName() {
    Path bare = folder.resolve("repository.git");
    JGitRepositories.createBare(bare, "main");
    try (GitRepository git = JGitRepositories.open(RemoteLocation.of(bare), Optional.empty())) {
      push(git, AssetBranch.REF);

      StoredPicture stored = new AssetBranch(git).store(List.of(REVIEW), SOMEBODY).get(0);

      assertThat(git.read(stored.commit(), stored.path()).orElseThrow())
          .asString()
          .isEqualTo("worse");
    }
  }

  @Test
  @DisplayName("I8: nor is what somebody put into an earlier month")
  void doesNotFind_whatHasOtherBytes() {
    Path bare = folder.resolve("repository.git");
    JGitRepositories.createBare(bare, "main");
    try (GitRepository git = JGitRepositories.open(RemoteLocation.of(bare), Optional.empty())) {
      push(git, MONTH);

      assertThat(new AssetArchive(git).find(REVIEW)).isEmpty();
    }
  }

  private static void push(GitRepository git, String ref) {
    CommitId commit =
        git.commit(
            new CommitDraft(
                List.of(),
                Map.of(
                    AssetBranch.path(REVIEW),
                    Optional.of("better".getBytes(StandardCharsets.UTF_8))),
                "Add a review\n",
                SOMEBODY));
    git.push(List.of(new RefUpdate(ref, Optional.empty(), Optional.of(commit))));
  }
}
