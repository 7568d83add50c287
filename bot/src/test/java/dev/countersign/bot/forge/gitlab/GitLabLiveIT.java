package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.models.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The adapter on a real GitLab: {@code -Dlive.gitlab=group/project}, see {@code
 * bot/docs/live-tests.md}. Leaves a closed merge request behind.
 */
@EnabledIfSystemProperty(named = "live.gitlab", matches = ".+/.+")
class GitLabLiveIT {
  private static final String TARGET = System.getProperty("live.gitlab.branch", "main");

  private final String project = System.getProperty("live.gitlab", "");
  private final String url = System.getProperty("live.gitlab.url", "https://gitlab.com");
  private final String source = "countersign/live-" + Instant.now().getEpochSecond() + "/test";
  private String token = "";
  private GitRepository git;

  @BeforeEach
  void open() {
    token = Objects.requireNonNull(System.getenv("LIVE_GITLAB_TOKEN"), "LIVE_GITLAB_TOKEN");
    git =
        JGitRepositories.open(
            RemoteLocation.parse(
                url + "/" + project + ".git", Optional.of(new HttpCredentials("oauth2", token))),
            Optional.empty());
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void goesThroughAMergeRequestsLife() throws Exception {
    CommitId head = push();
    MergeRequestDraft draft = draft("Live test", "first\n\n/close\n");
    MergeRequest opened = forge().open(draft);
    try {
      assertThat(opened.state()).isEqualTo(MergeRequest.State.OPEN);
      assertThat(opened.head()).isEqualTo(head);
      assertThat(forge().open(draft)).isEqualTo(opened);
      shows(opened, head);
    } finally {
      end(opened.number());
    }
    assertThat(forge().of(source).get(0).state()).isEqualTo(MergeRequest.State.CLOSED);
  }

  private void shows(MergeRequest opened, CommitId head) {
    List<String> links = forge().attach(List.of(picture()));
    GitLabForge forge = forge();
    forge.update(opened.number(), draft("Live test, edited", "![p](" + links.get(0) + ")"));
    forge.of(source);
    assertThat(forge.attach(List.of(picture()))).isEqualTo(links);
    forge.comment(opened.number(), "live", "/close\n\nsaid once");
    forge.comment(opened.number(), "live", "/close\n\nsaid again");
    CommitStatus status =
        new CommitStatus("countersign/live", CommitStatus.State.PENDING, "waits", Optional.empty());
    forge.report(head, List.of(status));
    forge.report(head, List.of(status));
    forge.resetApprovals(opened.number());
    assertThat(forge.conversation(opened.number()).approvals()).isEmpty();
    assertThat(forge().of(source).get(0).state()).isEqualTo(MergeRequest.State.OPEN);
  }

  private CommitId push() {
    String ref = "refs/heads/" + TARGET;
    CommitId base = Objects.requireNonNull(git.fetch(List.of(ref)).get(ref), ref);
    CommitId commit =
        git.commit(
            new CommitDraft(
                List.of(base),
                Map.of("live-test.txt", Optional.of(source.getBytes(StandardCharsets.UTF_8))),
                "Live test\n",
                new Person("Live test", "live@example.com", Instant.now())));
    git.push(List.of(new RefUpdate("refs/heads/" + source, Optional.empty(), Optional.of(commit))));
    return commit;
  }

  private void end(long number) throws Exception {
    try (GitLabApi api = new GitLabApi(url, Constants.TokenType.PRIVATE, token)) {
      api.getMergeRequestApi()
          .updateMergeRequest(
              project, number, new MergeRequestParams().withStateEvent(Constants.StateEvent.CLOSE));
      api.getRepositoryApi().deleteBranch(project, source);
    }
  }

  private GitLabForge forge() {
    return GitLabForge.open(
        new GitLabSettings(
            URI.create(url),
            project,
            TARGET,
            new GitLabToken(GitLabToken.Kind.ACCESS, new Secret(token)),
            Optional.empty(),
            Optional.empty()),
        git,
        TransportSettings.defaults(),
        Pacing.system());
  }

  private MergeRequestDraft draft(String title, String body) {
    return new MergeRequestDraft(source, TARGET, title, body, List.of("live-test"), true);
  }

  private static Attachment picture() {
    byte[] png =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    return new Attachment(new ArtifactPath("live/test/plot.png"), png);
  }
}
