package dev.countersign.bot.bench;

import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.forge.fake.http.Journal;
import java.nio.file.Path;
import java.util.List;

/**
 * A fake forge over a real bare repository, on the loopback interface.
 *
 * @param options what the command line needs to find it
 * @param upload the end of a path that pictures are sent to
 */
record ServedForge(
    String name, List<String> options, String token, Journal journal, String upload, Runnable stop)
    implements AutoCloseable {
  static ServedForge gitLab(Path repository) {
    FakeGitLab gitLab = FakeGitLab.start(repository);
    return new ServedForge(
        "GitLab",
        List.of(
            "--forge", "gitlab",
            "--forge-url", gitLab.baseUrl().toString(),
            "--project", gitLab.projectPath()),
        gitLab.botToken(),
        gitLab.journal(),
        "/uploads",
        gitLab::close);
  }

  static ServedForge gitHub(Path repository) {
    FakeGitHub gitHub = FakeGitHub.start(repository);
    return new ServedForge(
        "GitHub",
        List.of(
            "--forge", "github",
            "--forge-url", gitHub.apiUrl().toString(),
            "--project", gitHub.fullName(),
            "--repository", gitHub.gitUrl().toString()),
        gitHub.botToken(),
        gitHub.journal(),
        "/git/blobs",
        gitHub::close);
  }

  @Override
  public void close() {
    stop.run();
  }
}
