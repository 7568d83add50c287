package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.fake.github.FakeGitHubBench;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.bot.transport.Transports;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The adapter on the fake GitHub over a bare repository. Safe for use by several threads. */
final class GitHubBench extends FakeGitHubBench {
  private final ConcurrentLinkedQueue<GitRepository> opened = new ConcurrentLinkedQueue<>();

  /** On GitHub.com as it is today. */
  GitHubBench(Path folder) {
    this(folder, dev.countersign.bot.forge.fake.github.GitHubSettings.current());
  }

  /**
   * @param folder where the bare repository shall be
   */
  GitHubBench(Path folder, dev.countersign.bot.forge.fake.github.GitHubSettings settings) {
    super(folder, settings);
  }

  @Override
  public Forge forge() {
    return gitHubForge();
  }

  /** As {@link #forge()}, with its signals. */
  GitHubForge gitHubForge() {
    return gitHubForge(settings(gitHub().apiUrl(), gitHub().botToken()), Transports.quick());
  }

  /** An adapter with other settings, in virtual time. */
  GitHubForge gitHubForge(GitHubSettings settings, TransportSettings transport) {
    GitRepository repository = repository();
    opened.add(repository);
    return GitHubForge.open(settings, repository, transport, new VirtualTime().pacing());
  }

  /** Settings for an address, maybe a proxy's, and a token. */
  GitHubSettings settings(URI apiUrl, String token) {
    return new GitHubSettings(
        apiUrl,
        RepositoryName.parse(gitHub().fullName()),
        TARGET,
        new GitHubCredential.Token(new Secret(token)),
        Optional.of(gitHub().botLogin()),
        Optional.empty());
  }

  @Override
  protected String waiver(String gate, Digest artifact, String reason) {
    return "/countersign waive " + gate + " " + reason;
  }

  @Override
  public void close() {
    opened.forEach(GitRepository::close);
    super.close();
  }
}
