package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** The local forge on a bare repository in a folder. Safe for use by several threads. */
public final class LocalForgeBench implements ForgeBench {
  public static final Instant NOW = Instant.parse("2026-05-03T14:00:00Z");
  public static final LocalForgeSettings SETTINGS =
      new LocalForgeSettings(
          new Identity("countersign-bot", Optional.empty()),
          URI.create("http://127.0.0.1:8484/"),
          Clock.fixed(NOW, ZoneOffset.UTC),
          true);

  /** People look at what is there, and decide a second later. */
  private static final LocalForgeSettings AFTERWARDS =
      new LocalForgeSettings(
          SETTINGS.bot(), SETTINGS.page(), Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC), true);

  private static final Person SOMEBODY = new Person("Somebody", "somebody@example.com", NOW);

  private final Path folder;
  private final ConcurrentLinkedQueue<GitRepository> opened = new ConcurrentLinkedQueue<>();

  public LocalForgeBench(Path folder) {
    this.folder = folder;
    JGitRepositories.createBare(folder, TARGET);
    try (GitRepository repository = repository()) {
      CommitId root = repository.commit(draft(List.of(), "README.md", "models"));
      move(repository, TARGET, Optional.of(root));
    }
  }

  @Override
  public Forge forge() {
    return localForge();
  }

  /** As {@link #forge()}, with what only the local forge has. */
  public LocalForge localForge() {
    GitRepository repository = repository();
    opened.add(repository);
    return new LocalForge(repository, SETTINGS);
  }

  /** A desk where people decide, without branch protection. */
  public LocalDesk desk() {
    GitRepository repository = repository();
    opened.add(repository);
    return new LocalDesk(repository, SETTINGS, MergeRule.NO_DRAFTS);
  }

  @Override
  public GitRepository repository() {
    return JGitRepositories.open(RemoteLocation.of(folder), Optional.empty());
  }

  @Override
  public String bot() {
    return SETTINGS.bot().login();
  }

  @Override
  public CommitId push(String branch, CommitId parent, String path, String content) {
    return merge(branch, List.of(parent), path, content);
  }

  /** As {@link #push}, with several parents: a merge as a Git client makes it. */
  public CommitId merge(String branch, List<CommitId> parents, String path, String content) {
    return with(
        repository -> {
          CommitId commit = repository.commit(draft(parents, path, content));
          move(repository, branch, Optional.of(commit));
          return commit;
        });
  }

  /** Points a branch at a commit that exists. */
  public void point(String branch, CommitId commit) {
    with(
        repository -> {
          move(repository, branch, Optional.of(commit));
          return commit;
        });
  }

  @Override
  public Optional<CommitId> tip(String branch) {
    return ref("refs/heads/" + branch);
  }

  @Override
  public void deleteBranch(String branch) {
    with(
        repository -> {
          move(repository, branch, Optional.empty());
          return branch;
        });
  }

  @Override
  public void approve(long number, String login) {
    with(
        repository ->
            new LocalDesk(repository, AFTERWARDS, MergeRule.NO_DRAFTS)
                .approve(decision(number, login), false));
  }

  @Override
  public void waive(long number, String login, String gate, Digest artifact, String reason) {
    desk().waive(decision(number, login), gate, artifact, reason);
  }

  @Override
  public void close(long number, String login) {
    desk().close(decision(number, login), "not convincing");
  }

  @Override
  public void reopen(long number, String login) {
    desk().reopen(number, person(login));
  }

  @Override
  public CommitId merge(long number, String login) {
    return desk().merge(decision(number, login)).mergeCommit().orElseThrow();
  }

  @Override
  public Object writesSoFar(long number) {
    return ref(MergeRequestChains.ref(number)).orElseThrow();
  }

  /** A decision of somebody who looked just now. */
  public Decision decision(long number, String login) {
    return new Decision(number, localForge().get(number).head(), person(login));
  }

  @Override
  public void close() {
    opened.forEach(GitRepository::close);
  }

  static Identity person(String login) {
    return new Identity(login, Optional.empty());
  }

  private Optional<CommitId> ref(String name) {
    return with(repository -> Optional.ofNullable(repository.fetch(List.of(name)).get(name)));
  }

  private <T> T with(Function<GitRepository, T> work) {
    try (GitRepository repository = repository()) {
      return work.apply(repository);
    }
  }

  private static CommitDraft draft(List<CommitId> parents, String path, String content) {
    return new CommitDraft(
        parents,
        Map.of(path, Optional.of(content.getBytes(StandardCharsets.UTF_8))),
        "Change " + path + "\n",
        SOMEBODY);
  }

  private static void move(GitRepository repository, String branch, Optional<CommitId> target) {
    String ref = "refs/heads/" + branch;
    Optional<CommitId> now = Optional.ofNullable(repository.fetch(List.of(ref)).get(ref));
    PushResult result = repository.push(List.of(new RefUpdate(ref, now, target))).get(0);
    if (!(result instanceof PushResult.Moved)) {
      throw new AssertionError(result);
    }
  }
}
