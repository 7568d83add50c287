package dev.countersign.modelrefs.git.testing;

import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.PushResult;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real bare repository in a folder of a test, with people and a bot who commit to it. Times are
 * fixed: the first commit at {@link #START}, each later one a minute after the one before.
 */
public final class GitFixture implements AutoCloseable {
  /** When the first commit was made. */
  public static final Instant START = Instant.parse("2026-05-03T14:00:00Z");

  /** The default branch. */
  public static final String MAIN = "main";

  private final RemoteLocation.Local location;
  private final SigningKey botKey = SigningKeys.generate();
  private final GitRepository asPerson;
  private final GitRepository asBot;
  private Instant now = START.minus(Duration.ofMinutes(1));

  private GitFixture(Path folder) {
    this.location = new RemoteLocation.Local(folder);
    this.asPerson = open();
    this.asBot = openAsBot();
  }

  /** An empty repository in {@code <parent>/models.git}; its HEAD names {@link #MAIN}. */
  public static GitFixture empty(Path parent) {
    Path folder = parent.resolve("models.git");
    JGitRepositories.createBare(folder, MAIN);
    return new GitFixture(folder);
  }

  /** A repository with one commit on {@link #MAIN} that adds {@code README.md}. */
  public static GitFixture withMain(Path parent) {
    GitFixture fixture = empty(parent);
    fixture.commit(MAIN, Map.of("README.md", "# Models\n"));
    return fixture;
  }

  /** Where it is. */
  public RemoteLocation.Local location() {
    return location;
  }

  /** The key of the bot of this repository. */
  public SigningKey botKey() {
    return botKey;
  }

  /** Opens it anew, without a signing key. */
  public GitRepository open() {
    return JGitRepositories.open(location, Optional.empty());
  }

  /** Opens it anew, with the bot's signing key. */
  public GitRepository openAsBot() {
    return JGitRepositories.open(location, Optional.of(botKey));
  }

  /** Lets servers of this repository leave files out of a fetch, and hand out any object by id. */
  public void allowFilters() {
    String settings = "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n";
    try {
      Files.writeString(location.folder().resolve("config"), settings, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person commits text files to a branch, on its tip if it exists, and pushes. */
  public CommitId commit(String branch, Map<String, String> files) {
    return commit(asPerson, person("Ada"), branch, tip(branch).stream().toList(), contents(files));
  }

  /** A person removes files from a branch and pushes. */
  public CommitId remove(String branch, String... paths) {
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    for (String path : paths) {
      changes.put(path, Optional.empty());
    }
    return commit(asPerson, person("Ada"), branch, tip(branch).stream().toList(), changes);
  }

  /** The bot makes a branch anew: one signed commit on a base, pushed with a lease. */
  public CommitId botCommit(String branch, CommitId base, Map<String, String> files) {
    return commit(asBot, person("Countersign"), branch, List.of(base), contents(files));
  }

  /** A person merges a branch into another with a merge commit that takes the given files over. */
  public CommitId merge(String target, String source, Map<String, String> files) {
    List<CommitId> parents = List.of(tip(target).orElseThrow(), tip(source).orElseThrow());
    return commit(asPerson, person("Ada"), target, parents, contents(files));
  }

  /** Where a branch points; empty if there is none. */
  public Optional<CommitId> tip(String branch) {
    String ref = ref(branch);
    return Optional.ofNullable(asPerson.fetch(List.of(ref)).get(ref));
  }

  /** The text of a file at a branch's tip. */
  public Optional<String> text(String branch, String path) {
    return tip(branch)
        .flatMap(commit -> asPerson.read(commit, path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Makes, moves (also backwards) or, with an empty target, deletes a branch. */
  public void point(String branch, Optional<CommitId> target) {
    push(new RefUpdate(ref(branch), tip(branch), target));
  }

  /** The full name of a branch. */
  public static String ref(String branch) {
    return branch.startsWith("refs/") ? branch : "refs/heads/" + branch;
  }

  /** Somebody, at the next minute of the fixture's time. */
  public Person person(String name) {
    now = now.plus(Duration.ofMinutes(1));
    return new Person(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com", now);
  }

  private CommitId commit(
      GitRepository as,
      Person who,
      String branch,
      List<CommitId> parents,
      Map<String, Optional<byte[]>> changes) {
    String message = "Change " + String.join(", ", changes.keySet().stream().sorted().toList());
    CommitId commit = as.commit(new CommitDraft(parents, changes, message, who));
    push(new RefUpdate(ref(branch), tip(branch), Optional.of(commit)));
    return commit;
  }

  private void push(RefUpdate update) {
    PushResult result = asPerson.push(List.of(update)).get(0);
    if (!(result instanceof PushResult.Moved)) {
      throw new AssertionError("the fixture could not push: " + result);
    }
  }

  private static Map<String, Optional<byte[]>> contents(Map<String, String> files) {
    Map<String, Optional<byte[]>> contents = new HashMap<>();
    files.forEach(
        (path, text) -> contents.put(path, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    return contents;
  }

  @Override
  public void close() {
    asPerson.close();
    asBot.close();
  }
}
