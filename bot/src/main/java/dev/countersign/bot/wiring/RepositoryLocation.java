package dev.countersign.bot.wiring;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.transport.Authorities;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.HttpCredentials;
import dev.countersign.modelrefs.git.RemoteLocation;
import java.net.URI;
import java.util.Optional;

/** Where the repository of a session is, and what Git needs to get in. */
final class RepositoryLocation {
  private RepositoryLocation() {}

  /**
   * The location that is named, else the one of the forge's project. The forge's token is sent to
   * the forge's own host only (invariant I13).
   *
   * @param branch the protected branch
   * @throws CountersignException {@code USAGE} if none is named, or the name is no repository
   */
  static RemoteLocation of(Optional<String> named, ForgeAccess forge, String branch) {
    Optional<URI> ofForge = forge.address().gitUrl();
    String text =
        named
            .or(() -> ofForge.map(URI::toString))
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.USAGE,
                        "no repository is named; give --repository PATH or COUNTERSIGN_REPOSITORY"));
    RemoteLocation location = parse(text);
    return location instanceof RemoteLocation.Server server
        ? withEntry(server, forge, branch)
        : location;
  }

  /** What cannot be used is refused before anything else reads it, because it may hold a secret. */
  private static RemoteLocation parse(String text) {
    try {
      return RemoteLocation.parse(text, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static RemoteLocation withEntry(
      RemoteLocation.Server server, ForgeAccess forge, String branch) {
    Optional<HttpCredentials> credentials =
        forge
            .address()
            .gitUrl()
            .filter(url -> server(url).equals(server(server.uri())))
            .flatMap(url -> credentials(forge, branch));
    RemoteLocation.Server entered = new RemoteLocation.Server(server.uri(), credentials);
    return forge.caFile().isPresent()
        ? entered.trusting(Authorities.judge(forge.caFile().get()))
        : entered;
  }

  private static String server(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static Optional<HttpCredentials> credentials(ForgeAccess forge, String branch) {
    boolean gitLab = forge.address() instanceof ForgeAddress.GitLab;
    if (forge.login() instanceof ForgeLogin.AccessToken access) {
      return with(gitLab ? "oauth2" : "x-access-token", access.token());
    }
    if (forge.login() instanceof ForgeLogin.JobToken job) {
      return with(gitLab ? "gitlab-ci-token" : "x-access-token", job.token());
    }
    return forge.login() instanceof ForgeLogin.GitHubApp
        ? with("x-access-token", OpenForge.gitHubToken(forge, branch))
        : Optional.empty();
  }

  private static Optional<HttpCredentials> with(String login, Secret token) {
    return Optional.of(new HttpCredentials(login, token.reveal()));
  }
}
