package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLabBench;
import dev.countersign.bot.forge.fake.gitlab.GitLabSettings;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.bot.transport.Transports;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The adapter on the fake GitLab over a bare repository. Safe for use by several threads. */
final class GitLabBench extends FakeGitLabBench {
  /** On a current GitLab. */
  GitLabBench(Path folder) {
    this(folder, GitLabSettings.current());
  }

  GitLabBench(Path folder, GitLabSettings settings) {
    super(folder.resolve("models.git"), settings);
    servePartialClones();
  }

  @Override
  public Forge forge() {
    return gitLabForge();
  }

  /** As {@link #forge()}, with its signals. */
  GitLabForge gitLabForge() {
    return gitLabForge(settings(gitLab().baseUrl(), gitLab().botToken()));
  }

  /** An adapter with other settings, in virtual time. */
  GitLabForge gitLabForge(dev.countersign.bot.forge.gitlab.GitLabSettings settings) {
    return gitLabForge(settings, repository());
  }

  /** An adapter on a repository that the caller closes. */
  GitLabForge gitLabForge(GitRepository repository) {
    return gitLabForge(settings(gitLab().baseUrl(), gitLab().botToken()), repository);
  }

  /** An adapter with other settings and another patience, in virtual time. */
  GitLabForge gitLabForge(
      dev.countersign.bot.forge.gitlab.GitLabSettings settings, TransportSettings patience) {
    return GitLabForge.open(settings, repository(), patience, new VirtualTime().pacing());
  }

  private static GitLabForge gitLabForge(
      dev.countersign.bot.forge.gitlab.GitLabSettings settings, GitRepository repository) {
    return GitLabForge.open(settings, repository, Transports.quick(), new VirtualTime().pacing());
  }

  /** Settings for an address, maybe a proxy's, and a token. */
  dev.countersign.bot.forge.gitlab.GitLabSettings settings(URI url, String token) {
    return new dev.countersign.bot.forge.gitlab.GitLabSettings(
        url,
        gitLab().projectPath(),
        TARGET,
        new GitLabToken(GitLabToken.Kind.ACCESS, new Secret(token)),
        Optional.empty(),
        Optional.of(gitLab().botLogin()));
  }

  /** The repository as it is reached over HTTP with the bot's token; the caller closes it. */
  GitRepository remoteRepository() {
    return JGitRepositories.open(
        RemoteLocation.parse(
            gitLab().gitUrl().toString(),
            Optional.of(new HttpCredentials("oauth2", gitLab().botToken()))),
        Optional.empty());
  }

  @Override
  protected String waiver(String gate, Digest artifact, String reason) {
    return "/countersign waive " + gate + " " + reason;
  }

  private void servePartialClones() {
    try {
      Files.writeString(
          bare().resolve("config"),
          "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
