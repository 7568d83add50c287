package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The adapter on an emulator that others wrote: {@code -Demulator.github=http://localhost:4001},
 * see {@code bot/docs/live-tests.md}, which also says what the emulator lacks.
 */
@EnabledIfSystemProperty(named = "emulator.github", matches = "http://localhost:.+")
class GitHubEmulatorIT {
  private static final String REPOSITORY = "countersign-bot/models";

  @TempDir private Path folder;
  private final String url = System.getProperty("emulator.github", "");
  private final String source = "countersign/model-" + System.nanoTime() + "/test";
  private GitRepository git;

  @BeforeEach
  void pushBranch() {
    git =
        JGitRepositories.open(
            RemoteLocation.of(BareRepository.create(folder.resolve("models.git"))),
            Optional.empty());
    String main =
        caller("bot_token")
            .get("/repos/" + REPOSITORY + "/branches/main")
            .json()
            .path("commit")
            .path("sha")
            .asText();
    call("POST", "/git/refs", "{\"ref\":\"refs/heads/%s\",\"sha\":\"%s\"}".formatted(source, main));
    call(
        "PUT",
        "/contents/" + source.replace('/', '-') + ".json",
        "{\"message\":\"Add it\",\"content\":\"b25l\",\"branch\":\"%s\"}".formatted(source));
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void opensOne_andFindsItAgain() {
    MergeRequest opened = forge().open(draft("Promote 1.0.0", "# Body"));

    assertThat(opened.text()).isEqualTo(draft("Promote 1.0.0", "# Body"));
    assertThat(opened.author().login()).isEqualTo("countersign-bot");
    assertThat(forge().of(source)).containsExactly(opened);
    assertThat(forge().open(draft("Promote 1.0.0", "# Body"))).isEqualTo(opened);
  }

  @Test
  void bringsTextAndLabelsUpToDate() {
    long number = forge().open(draft("Promote 1.0.0", "one")).number();

    MergeRequest updated = forge().update(number, draft("Promote 1.1.0", "two"));

    assertThat(updated.text()).isEqualTo(draft("Promote 1.1.0", "two"));
    assertThat(forge().of(source)).containsExactly(updated);
  }

  @Test
  void readsAnApproval_withItsHead() {
    MergeRequest opened = forge().open(draft("Promote 1.0.0", "one"));
    caller("alice_token")
        .json(
            "POST",
            "/repos/%s/pulls/%d/reviews".formatted(REPOSITORY, opened.number()),
            "{\"event\":\"APPROVE\",\"body\":\"fine\"}");

    assertThat(forge().conversation(opened.number()).approvals())
        .extracting(approval -> approval.by().login(), Approval::head)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("alice", Optional.of(opened.head())));
  }

  @Test
  void keepsOneComment() {
    long number = forge().open(draft("Promote 1.0.0", "one")).number();

    forge().comment(number, "topic", "said once");
    forge().comment(number, "topic", "said again");

    assertThat(
            caller("bot_token")
                .get("/repos/%s/issues/%d/comments".formatted(REPOSITORY, number))
                .json())
        .hasSize(1)
        .allMatch(comment -> comment.path("body").asText().endsWith("said again"));
  }

  private GitHubForge forge() {
    return GitHubForge.open(
        new GitHubSettings(
            URI.create(url),
            RepositoryName.parse(REPOSITORY),
            "main",
            new GitHubCredential.Token(new Secret("bot_token")),
            Optional.of("countersign-bot"),
            Optional.empty()),
        git,
        TransportSettings.defaults(),
        Pacing.system());
  }

  private void call(String method, String path, String json) {
    assertThat(caller("bot_token").json(method, "/repos/" + REPOSITORY + path, json).status())
        .as(method + " " + path)
        .isBetween(200, 299);
  }

  private Caller caller(String token) {
    return new Caller(url, Map.of("Authorization", "Bearer " + token));
  }

  private MergeRequestDraft draft(String title, String body) {
    return new MergeRequestDraft(source, "main", title, body, List.of("ml"), false);
  }
}
