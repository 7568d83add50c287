package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.Transports;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a GitHub App. */
class GitHubAppIT {
  private static final String SOURCE = "countersign/diamonds-price/production";

  @TempDir private Path folder;
  private GitHubBench bench;
  private GitRepository git;
  private GitHubForge forge;
  private GitHubSettings settings;
  private Pacing pacing;

  @BeforeEach
  void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    bench.push(SOURCE, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "one");
    git = bench.repository();
    settings =
        new GitHubSettings(
            bench.gitHub().apiUrl(),
            RepositoryName.parse(bench.gitHub().fullName()),
            ForgeBench.TARGET,
            new GitHubCredential.App(
                Long.toString(bench.gitHub().appId()), new Secret(AppKeys.pkcs1(AppKeys.pair()))),
            Optional.empty(),
            Optional.empty());
    pacing = new Pacing(bench.gitHub().clock(), duration -> {}, () -> 1.0);
    forge = GitHubForge.open(settings, git, Transports.quick(), pacing);
  }

  @AfterEach
  void stop() {
    git.close();
    bench.close();
  }

  @Test
  void getsIntoGit_withTheTokenOfItsInstallation() {
    Secret token = GitHubForge.gitToken(settings, Transports.quick(), pacing);
    RemoteLocation location =
        RemoteLocation.parse(
            bench.gitHub().gitUrl().toString(),
            Optional.of(new HttpCredentials("x-access-token", token.reveal())));

    try (GitRepository remote = JGitRepositories.open(location, Optional.empty())) {
      assertThat(remote.fetch(List.of("refs/heads/main"))).containsKey("refs/heads/main");
    }
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void actsInTheAppsName() {
    MergeRequest opened = forge.open(draft("Promote 1.0.0"));

    assertThat(opened.author().login()).isEqualTo(bench.gitHub().appLogin());
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  @DisplayName("A token is used until five minutes before it ends")
  void asksForANewToken_beforeTheOldOneEnds() {
    forge.of(SOURCE);
    bench.gitHub().clock().advance(Duration.ofMinutes(54));
    forge.of(SOURCE);
    assertThat(tokens()).isEqualTo(1);

    bench.gitHub().clock().advance(Duration.ofMinutes(2));
    forge.of(SOURCE);

    assertThat(tokens()).isEqualTo(2);
    assertThat(bench.gitHub().journal().calls()).noneMatch(call -> call.status() == 401);
  }

  @Test
  @DisplayName("Fault row 54: the app knows its own closing without being told its name")
  void knowsItself() {
    long number = forge.open(draft("Promote 1.0.0")).number();
    bench.close(number, bench.gitHub().appLogin());

    assertThat(forge.of(SOURCE).get(0).ended().orElseThrow().byPerson()).isFalse();
  }

  private long tokens() {
    return bench.gitHub().journal().calls().stream()
        .filter(call -> call.path().endsWith("/access_tokens"))
        .count();
  }

  private static MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(SOURCE, ForgeBench.TARGET, title, "text", List.of(), false);
  }
}
