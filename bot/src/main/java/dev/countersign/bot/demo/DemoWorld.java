package dev.countersign.bot.demo;

import dev.countersign.bot.wiring.Repositories;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.git.signing.SigningKey;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes what a team would have before the story begins: a repository, its configuration, a key. */
final class DemoWorld {
  private static final String MARKER = "countersign-demo";
  private static final String MAIN = "refs/heads/main";

  private final DemoFiles files;

  DemoWorld(DemoFiles files) {
    this.files = files;
  }

  /**
   * Takes the folder for this demo alone; nothing in it is touched yet.
   *
   * @throws CountersignException {@code ALREADY_EXISTS} if the folder holds something else, {@code
   *     ENVIRONMENT_UNAVAILABLE} if another demo runs in it, or it cannot be written
   */
  DemoLock take() {
    try {
      Files.createDirectories(files.root());
      if (!content().isEmpty() && !Files.exists(files.root().resolve(MARKER))) {
        throw new CountersignException(
            ErrorCode.ALREADY_EXISTS,
            "\"" + files.root() + "\" is not empty and not a demo's folder");
      }
      return DemoLock.take(files.root());
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /**
   * Clears what an earlier demo left in the folder, which was taken, and makes the world anew.
   *
   * @param settings what the configuration's placeholders stand for
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if it cannot be written
   */
  void create(Map<String, String> settings, Instant now) {
    try {
      clear();
      Files.createDirectories(files.store());
      Files.writeString(files.root().resolve(MARKER), "This folder can be deleted.\n");
    } catch (IOException e) {
      throw notWritable(e);
    }
    SigningKey key = SigningKeys.generate();
    SigningKeys.write(key, files.key());
    Repositories.create(files.repository(), "main");
    commitConfiguration(fill(settings, key), now);
  }

  private void commitConfiguration(String yaml, Instant now) {
    try (GitRepository git = Repositories.open(files.repository())) {
      Person alice = new Person("alice", "alice@example.invalid", now);
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      CommitId commit =
          git.commit(
              new CommitDraft(
                  List.of(),
                  Map.of("countersign.yaml", Optional.of(bytes)),
                  "Say which model goes where, and who approves\n",
                  alice));
      git.push(List.of(new RefUpdate(MAIN, Optional.empty(), Optional.of(commit))));
    }
  }

  private static String fill(Map<String, String> settings, SigningKey key) {
    String yaml = template().replace("${publicKey}", quoted(key.publicKey()));
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      yaml = yaml.replace("${" + setting.getKey() + "}", quoted(setting.getValue()));
    }
    return yaml;
  }

  /** A YAML scalar in single quotes: nothing in it has a meaning but the quote itself. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String template() {
    try (InputStream in = DemoWorld.class.getResourceAsStream("/demo/countersign.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() throws IOException {
    for (Path each : content()) {
      FileTree.delete(each);
    }
  }

  /** What lies in the folder, but for the lock. */
  private List<Path> content() throws IOException {
    try (Stream<Path> list = Files.list(files.root())) {
      return list.filter(each -> !each.endsWith(DemoLock.NAME)).toList();
    }
  }

  private CountersignException notWritable(IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(e.getMessage());
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "the demo cannot write to \"%s\": %s; name another folder by --dir"
            .formatted(files.root(), why),
        e);
  }
}
