package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.MergeQueue;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A scenario's repository on a fake GitLab or GitHub, used through the command line. */
abstract class HostedForge implements AutoCloseable {
  /** Which one. */
  enum Kind {
    GITLAB,
    GITHUB
  }

  private final Scenario scenario;
  private final Map<String, Path> runs = new HashMap<>();
  private String token;

  private HostedForge(Scenario scenario, String token) {
    this.scenario = scenario;
    this.token = token;
  }

  static HostedForge start(Kind kind, Scenario scenario) {
    return switch (kind) {
      case GITLAB -> new OnGitLab(scenario, FakeGitLab.start(scenario.repository()));
      case GITHUB -> new OnGitHub(scenario, FakeGitHub.start(scenario.repository()));
    };
  }

  /** What the server remembers. */
  abstract FakeForge memory();

  /** The options that name the forge and the project on it. */
  abstract List<String> options();

  /** The login that the bot acts under. */
  abstract String bot();

  abstract void approve(long number, String login);

  abstract void comment(long number, String login, String text);

  abstract String merge(long number, String login, MergeMethod method);

  /** A merge queue or merge train. */
  abstract MergeQueue queue(String login, MergeMethod method, long... numbers);

  /** A token that may see who is in groups, and lets the bot see this one. */
  abstract String groupsToken(String group);

  @Override
  public abstract void close();

  /** Later commands use another token. */
  void use(String other) {
    token = other;
  }

  /** Runs a command line on this forge, as programs do. */
  CommandRun json(String... arguments) {
    return run("json", arguments);
  }

  /** Proposes a run of a model, the same one again if it was before. */
  CommandRun proposeAgain(String model, int seed, String... options) throws IOException {
    String name = model + seed;
    if (!runs.containsKey(name)) {
      runs.put(name, scenario.run(model, seed, 6.0 - seed, Scenario.NOON.plusSeconds(60L * seed)));
    }
    List<String> all = new ArrayList<>(List.of("propose", runs.get(name).toString()));
    all.addAll(List.of(options));
    return json(all.toArray(String[]::new));
  }

  /** Runs a command line on this forge, as people do. */
  CommandRun people(String... arguments) {
    return run("text", arguments);
  }

  private CommandRun run(String output, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(options());
    all.addAll(List.of("--signing-key", scenario.key().toString(), "--output", output));
    return CommandRun.of(Map.of("COUNTERSIGN_TOKEN", token), all.toArray(String[]::new));
  }

  /**
   * Proposes a run of a model, the same one again if it was before; answers the merge request's
   * number.
   */
  long propose(String model, int seed) throws IOException {
    CommandRun proposed = proposeAgain(model, seed);
    if (proposed.exitCode() != 0) {
      throw new AssertionError(proposed.toString());
    }
    return proposed.data().at("/proposals/0/mergeRequest/number").asLong();
  }

  /** What a merge request says. */
  String body(long number) {
    return memory().oneAtATime(() -> memory().mergeRequests().find(number).orElseThrow().body());
  }

  /** What a check of a verification found. */
  static String detail(CommandRun verified, String check) {
    return StreamSupport.stream(verified.data().findValue("checks").spliterator(), false)
        .filter(one -> one.path("name").asText().equals(check))
        .map(one -> one.path("detail").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError(verified.toString()));
  }

  /** Verifies a commit of the protected branch. */
  CommandRun verify(String commit) {
    return json("verify", "--commit", commit);
  }

  private static final class OnGitLab extends HostedForge {
    private final FakeGitLab gitLab;

    OnGitLab(Scenario scenario, FakeGitLab gitLab) {
      super(scenario, gitLab.botToken());
      this.gitLab = gitLab;
    }

    @Override
    FakeForge memory() {
      return gitLab.forge();
    }

    @Override
    List<String> options() {
      return List.of(
          "--forge", "gitlab",
          "--forge-url", gitLab.baseUrl().toString(),
          "--project", gitLab.projectPath());
    }

    @Override
    String bot() {
      return gitLab.botLogin();
    }

    @Override
    void approve(long number, String login) {
      gitLab.approve(number, login);
    }

    @Override
    void comment(long number, String login, String text) {
      gitLab.comment(number, login, text);
    }

    @Override
    String merge(long number, String login, MergeMethod method) {
      return gitLab.merge(number, login, method);
    }

    @Override
    MergeQueue queue(String login, MergeMethod method, long... numbers) {
      return gitLab.train(login, method, numbers);
    }

    @Override
    String groupsToken(String group) {
      gitLab.people().showGroup(group, gitLab.botLogin());
      return gitLab.botToken();
    }

    @Override
    public void close() {
      gitLab.close();
    }
  }

  private static final class OnGitHub extends HostedForge {
    private final FakeGitHub gitHub;

    OnGitHub(Scenario scenario, FakeGitHub gitHub) {
      super(scenario, gitHub.botToken());
      this.gitHub = gitHub;
    }

    @Override
    FakeForge memory() {
      return gitHub.forge();
    }

    @Override
    List<String> options() {
      return List.of(
          "--forge", "github",
          "--forge-url", gitHub.apiUrl().toString(),
          "--project", gitHub.fullName(),
          "--repository", gitHub.gitUrl().toString());
    }

    @Override
    String bot() {
      return gitHub.botLogin();
    }

    @Override
    void approve(long number, String login) {
      gitHub.approve(number, login);
    }

    @Override
    void comment(long number, String login, String text) {
      gitHub.comment(number, login, text);
    }

    @Override
    String merge(long number, String login, MergeMethod method) {
      return gitHub.merge(number, login, method);
    }

    @Override
    MergeQueue queue(String login, MergeMethod method, long... numbers) {
      return gitHub.queue(method, numbers);
    }

    @Override
    String groupsToken(String group) {
      gitHub.people().showGroup(group, gitHub.botLogin());
      return FakeGitHub.TEAMS_TOKEN;
    }

    @Override
    public void close() {
      gitHub.close();
    }
  }
}
