package dev.countersign.bot.forge.fake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git clients reach the fake's repository with the rights of their token. */
class FakeGitLabGitIT {
  private static final String MAIN = "refs/heads/main";
  private static final Person SOMEBODY =
      new Person("Somebody", "somebody@example.com", Instant.EPOCH);

  @TempDir private Path folder;
  private FakeGitLab gitLab;

  @BeforeEach
  void start() {
    gitLab =
        FakeGitLab.start(
            BareRepository.create(folder.resolve("models.git")),
            GitLabSettings.current().below("/gitlab"));
  }

  @AfterEach
  void stop() {
    gitLab.close();
  }

  @Test
  void isFetched_withATokenThatMayRead() {
    for (String token :
        List.of(
            gitLab.botToken(), gitLab.deployToken(), gitLab.gitOnlyToken(), gitLab.jobToken())) {
      try (GitRepository repository = open(token)) {
        assertThat(repository.fetch(List.of(MAIN))).containsKey(MAIN);
      }
    }
  }

  @Test
  void isKeptFromStrangers() {
    refuses("glpat-wrong");
    refuses(gitLab.tokenOf("outsider"));
  }

  private void refuses(String token) {
    try (GitRepository repository = open(token)) {
      assertThatThrownBy(() -> repository.fetch(List.of(MAIN)))
          .isInstanceOfSatisfying(
              CountersignException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }
  }

  @Test
  void takesAPushToABranch_inTheNameOfTheToken() {
    assertThat(push(gitLab.botToken(), "refs/heads/feature")).isInstanceOf(PushResult.Moved.class);

    assertThat(gitLab.journal().gitCalls())
        .anyMatch(call -> call.mutation() && call.owner().equals(gitLab.botLogin()));
  }

  @Test
  void refusesAPush_toTheProtectedBranchWithoutTheRole() {
    assertThat(push(gitLab.botToken(), MAIN)).isInstanceOf(PushResult.Refused.class);
    assertThat(push(gitLab.tokenOf("alice"), MAIN)).isInstanceOf(PushResult.Moved.class);
  }

  @Test
  void refusesAPush_toTheHeadsOfMergeRequests() {
    assertThat(push(gitLab.tokenOf("alice"), "refs/merge-requests/1/head"))
        .isInstanceOf(PushResult.Refused.class);
  }

  @Test
  void refusesAPush_withATokenThatOnlyReads() {
    assertThatThrownBy(() -> push(gitLab.deployToken(), "refs/heads/feature"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  @Test
  void servesTheHeadOfAMergeRequest_afterItsBranchIsDeleted() {
    String main = gitLab.forge().repository().tip("main").orElseThrow();
    String head = gitLab.forge().push("dave", "feature", List.of(main), Map.of("a", "a"));
    gitLab
        .forge()
        .personally(
            () ->
                gitLab
                    .forge()
                    .mergeRequests()
                    .create("feature", "main", gitLab.people().get("dave")));
    gitLab.forge().deleteBranch("dave", "feature");

    try (GitRepository repository = open(gitLab.deployToken())) {
      String ref = "refs/merge-requests/1/head";
      assertThat(repository.fetch(List.of(ref))).containsEntry(ref, new CommitId(head));
    }
    assertThat(gitLab.mergeRequest(1).ending().orElseThrow().by().login()).isEqualTo("dave");
  }

  private PushResult push(String token, String ref) {
    try (GitRepository repository = open(token)) {
      CommitId main = repository.fetch(List.of(MAIN)).get(MAIN);
      CommitId commit =
          repository.commit(
              new CommitDraft(
                  List.of(main),
                  Map.of("a.txt", Optional.of(ref.getBytes(StandardCharsets.UTF_8))),
                  "Change a.txt\n",
                  SOMEBODY));
      Optional<CommitId> before = ref.equals(MAIN) ? Optional.of(main) : Optional.empty();
      return repository.push(List.of(new RefUpdate(ref, before, Optional.of(commit)))).get(0);
    }
  }

  private GitRepository open(String token) {
    return JGitRepositories.open(
        new RemoteLocation.Server(
            gitLab.gitUrl(), Optional.of(new HttpCredentials("oauth2", token))),
        Optional.empty());
  }
}
