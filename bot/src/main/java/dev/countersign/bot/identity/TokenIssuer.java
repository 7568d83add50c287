package dev.countersign.bot.identity;

import dev.countersign.bot.transport.ServiceAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who signs the identity tokens of a CI.
 *
 * @param name what a token's {@code iss} must be
 * @param keys where its public keys are (RFC 7517)
 */
public record TokenIssuer(String name, URI keys) {
  private static final String GITHUB = "https://token.actions.githubusercontent.com";

  /**
   * The issuer of a job's tokens.
   *
   * @param forgeUrl the forge as the command line names it; it is believed rather than the CI's
   *     variable
   * @throws dev.countersign.modelrefs.error.CountersignException {@code IDENTITY_REFUSED} if
   *     neither names it, or if its keys could be replaced on the way
   */
  public static TokenIssuer of(CiJob job, Optional<URI> forgeUrl) {
    URI server =
        forgeUrl
            .or(() -> job.server().map(TokenIssuer::uri))
            .orElseThrow(() -> RefusedToken.because("nothing says which forge may have issued it"));
    requireSecure(server);
    return switch (job.platform()) {
      case GITLAB -> issuer(withoutSlash(server), "/oauth/discovery/keys");
      case GITHUB -> issuer(ofGitHub(server), "/.well-known/jwks");
    };
  }

  /** GitHub.com, Enterprise Cloud with data residence, Enterprise Server. */
  private static String ofGitHub(URI server) {
    String host = server.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("github.com")) {
      return GITHUB;
    }
    return host.endsWith(".ghe.com")
        ? "https://token.actions." + host
        : withoutSlash(server) + "/_services/token";
  }

  private static TokenIssuer issuer(String name, String keys) {
    return new TokenIssuer(name, URI.create(name + keys));
  }

  private static void requireSecure(URI server) {
    if (!ServiceAddress.isSecure(server)) {
      throw RefusedToken.because(
          "the keys that verify it come by https only, and the forge is \"" + server + "\"");
    }
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw RefusedToken.because("the forge \"" + text + "\" is no address");
    }
  }

  private static String withoutSlash(URI server) {
    return server.toString().replaceFirst("/+$", "");
  }
}
