package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The adapter on a real GitHub: {@code -Dlive.github=owner/repository}, see {@code
 * bot/docs/live-tests.md}. Leaves a closed merge request behind.
 */
@EnabledIfSystemProperty(named = "live.github", matches = ".+/.+")
class GitHubLiveIT {
  private static final String TARGET = System.getProperty("live.github.branch", "main");

  private final String repository = System.getProperty("live.github", "");
  private final URI api =
      URI.create(System.getProperty("live.github.api", GitHubSettings.GITHUB_COM.toString()));
  private final String source = "countersign/live-" + Instant.now().getEpochSecond() + "/test";
  private String token = "";
  private GitRepository git;

  @BeforeEach
  void open() {
    token = Objects.requireNonNull(System.getenv("LIVE_GITHUB_TOKEN"), "LIVE_GITHUB_TOKEN");
    git =
        JGitRepositories.open(
            RemoteLocation.parse(
                settings().page() + ".git",
                Optional.of(new HttpCredentials("x-access-token", token))),
            Optional.empty());
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void goesThroughAMergeRequestsLife() throws IOException {
    CommitId head = push();
    MergeRequestDraft draft = draft("Live test", "first", true);
    MergeRequest opened = forge().open(draft);
    try {
      assertThat(opened.state()).isEqualTo(MergeRequest.State.OPEN);
      assertThat(opened.text()).isEqualTo(draft);
      assertThat(opened.head()).isEqualTo(head);
      assertThat(forge().open(draft)).isEqualTo(opened);
      shows(opened, head);
    } finally {
      end(opened.number());
    }
    assertThat(forge().of(source).get(0).state()).isEqualTo(MergeRequest.State.CLOSED);
    assertThat(forge().of(source).get(0).head()).isEqualTo(head);
  }

  private void shows(MergeRequest opened, CommitId head) {
    List<String> links = forge().attach(List.of(picture()));
    MergeRequestDraft edited = draft("Live test, edited", "![p](" + links.get(0) + ")", false);
    assertThat(forge().update(opened.number(), edited).text()).isEqualTo(edited);
    assertThat(forge().attach(List.of(picture()))).isEqualTo(links);
    forge().comment(opened.number(), "live", "said once");
    forge().comment(opened.number(), "live", "said again");
    CommitStatus status =
        new CommitStatus("countersign/live", CommitStatus.State.PENDING, "waits", Optional.empty());
    forge().report(head, List.of(status));
    forge().report(head, List.of(status));
    forge().resetApprovals(opened.number());
    assertThat(forge().conversation(opened.number()).approvals()).isEmpty();
    assertThat(forge().bringing(head)).isEmpty();
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
    move(Optional.empty(), Optional.of(commit));
    return commit;
  }

  private void end(long number) throws IOException {
    HttpExchange exchange = new HttpExchange(TransportSettings.defaults(), api, Optional.empty());
    HttpCall closing =
        HttpCall.json("PATCH", settings().api("/pulls/" + number), "{\"state\":\"closed\"}")
            .with("Authorization", "Bearer " + token);
    assertThat(exchange.send(closing).status()).isEqualTo(200);
    String ref = "refs/heads/" + source;
    move(Optional.ofNullable(git.fetch(List.of(ref)).get(ref)), Optional.empty());
  }

  private void move(Optional<CommitId> before, Optional<CommitId> after) {
    assertThat(git.push(List.of(new RefUpdate("refs/heads/" + source, before, after))))
        .allMatch(PushResult.Moved.class::isInstance);
  }

  private GitHubForge forge() {
    return GitHubForge.open(settings(), git, TransportSettings.defaults(), Pacing.system());
  }

  private GitHubSettings settings() {
    return new GitHubSettings(
        api,
        RepositoryName.parse(repository),
        TARGET,
        new GitHubCredential.Token(new Secret(token.isEmpty() ? "none" : token)),
        Optional.empty(),
        Optional.empty());
  }

  private MergeRequestDraft draft(String title, String body, boolean draft) {
    return new MergeRequestDraft(source, TARGET, title, body, List.of("live-test"), draft);
  }

  private static Attachment picture() {
    byte[] png =
        Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    return new Attachment(new ArtifactPath("live/test/plot.png"), png);
  }
}
