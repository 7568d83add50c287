package dev.countersign.bot.forge.github;

import dev.countersign.bot.transport.ServiceAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which repository of which GitHub, and who the bot is there.
 *
 * @param apiUrl {@code https://api.github.com}, or {@code https://HOST/api/v3} of an Enterprise
 *     Server; no slash at its end
 * @param protectedBranch where merge requests go
 * @param botLogin the login that the credential acts as; if empty, GitHub is asked where it matters
 * @param caFile certificates of own authorities in PEM form, trusted beside the JDK's
 */
public record GitHubSettings(
    URI apiUrl,
    RepositoryName repository,
    String protectedBranch,
    GitHubCredential credential,
    Optional<String> botLogin,
    Optional<Path> caFile) {
  /** GitHub.com. */
  public static final URI GITHUB_COM = URI.create("https://api.github.com");

  private static final String ENTERPRISE = "/api/v3";

  /**
   * @throws IllegalArgumentException naming the value and the rule
   */
  public GitHubSettings {
    apiUrl = ServiceAddress.withoutLastSlash(apiUrl);
    if (!ServiceAddress.isPlain(apiUrl) || !ServiceAddress.isSecure(apiUrl)) {
      throw new IllegalArgumentException(
          "the address of GitHub's API must be https://api.github.com or https://HOST/api/v3,"
              + " without a login, not one on \"%s\"".formatted(apiUrl.getHost()));
    }
    if (protectedBranch.isBlank()) {
      throw new IllegalArgumentException("the protected branch must have a name");
    }
  }

  /** Where people find the repository. */
  public String page() {
    return root(apiUrl.getPath().replace(ENTERPRISE, "")) + "/" + repository;
  }

  /** Where GraphQL is. */
  URI graphQl() {
    String path = apiUrl.getPath();
    return path.endsWith(ENTERPRISE)
        ? apiUrl.resolve(path.substring(0, path.length() - 2) + "graphql")
        : URI.create(apiUrl + "/graphql");
  }

  /** An address of this repository's API. */
  URI api(String path) {
    return URI.create(apiUrl + "/repos/" + repository + path);
  }

  private String root(String path) {
    String host = apiUrl.getHost();
    String web = host.startsWith("api.") ? host.substring("api.".length()) : host;
    String port = apiUrl.getPort() < 0 ? "" : ":" + apiUrl.getPort();
    return apiUrl.getScheme() + "://" + web + port + path;
  }
}
