package dev.countersign.bot.sync;

import dev.countersign.bot.forge.fake.ControlledClock;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.forge.fake.http.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fake forge with people on it, whichever it is; its time is the process's. */
public sealed interface SyncForge extends AutoCloseable {
  /** Which forge. */
  enum Kind {
    GITLAB,
    GITHUB
  }

  /** Starts one over a repository. */
  static SyncForge start(Kind kind, Path repository) {
    SyncForge forge =
        kind == Kind.GITLAB
            ? new OnGitLab(FakeGitLab.start(repository))
            : new OnGitHub(FakeGitHub.start(repository));
    forge.memory().clock().advance(Duration.between(ControlledClock.START, Instant.now()));
    return forge;
  }

  /** What a command line names it by. */
  List<String> options();

  /** The bot's. */
  String token();

  /** The bot's. */
  String login();

  FakeForge memory();

  Journal journal();

  void approve(long number, String login);

  void close(long number, String login);

  String merge(long number, String login);

  @Override
  void close();

  /** GitLab. */
  record OnGitLab(FakeGitLab fake) implements SyncForge {
    @Override
    public List<String> options() {
      return List.of(
          "--forge", "gitlab",
          "--forge-url", fake.baseUrl().toString(),
          "--project", fake.projectPath());
    }

    @Override
    public String token() {
      return fake.botToken();
    }

    @Override
    public String login() {
      return fake.botLogin();
    }

    @Override
    public FakeForge memory() {
      return fake.forge();
    }

    @Override
    public Journal journal() {
      return fake.journal();
    }

    @Override
    public void approve(long number, String login) {
      fake.approve(number, login);
    }

    @Override
    public void close(long number, String login) {
      fake.close(number, login);
    }

    @Override
    public String merge(long number, String login) {
      return fake.merge(number, login, MergeMethod.SQUASH);
    }

    @Override
    public void close() {
      fake.close();
    }
  }

  /** GitHub. */
  record OnGitHub(FakeGitHub fake) implements SyncForge {
    @Override
    public List<String> options() {
      return List.of(
          "--forge", "github",
          "--forge-url", fake.apiUrl().toString(),
          "--project", fake.fullName(),
          "--repository", fake.gitUrl().toString());
    }

    @Override
    public String token() {
      return fake.botToken();
    }

    @Override
    public String login() {
      return fake.botLogin();
    }

    @Override
    public FakeForge memory() {
      return fake.forge();
    }

    @Override
    public Journal journal() {
      return fake.journal();
    }

    @Override
    public void approve(long number, String login) {
      fake.approve(number, login);
    }

    @Override
    public void close(long number, String login) {
      fake.close(number, login);
    }

    @Override
    public String merge(long number, String login) {
      return fake.merge(number, login, MergeMethod.SQUASH);
    }

    @Override
    public void close() {
      fake.close();
    }
  }
}
