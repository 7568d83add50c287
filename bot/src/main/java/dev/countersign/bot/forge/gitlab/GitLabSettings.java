package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.transport.ServiceAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which project of which GitLab, and who the bot is there.
 *
 * @param url of GitLab itself, with its relative URL root if it has one, without {@code /api/v4}
 * @param project with all its groups, such as {@code group/sub/models}
 * @param protectedBranch where merge requests go
 * @param caFile certificates of own authorities in PEM form, trusted beside the JDK's
 * @param botLogin the login that the token acts as; if empty, GitLab is asked once
 */
public record GitLabSettings(
    URI url,
    String project,
    String protectedBranch,
    GitLabToken token,
    Optional<Path> caFile,
    Optional<String> botLogin) {
  private static final Pattern PROJECT =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+");

  /**
   * @throws IllegalArgumentException naming the value and the rule
   */
  public GitLabSettings {
    url = ServiceAddress.withoutLastSlash(url);
    check(
        ServiceAddress.isPlain(url) && ServiceAddress.isSecure(url),
        "\""
            + hostOf(url)
            + "\" is not the address of a GitLab; give https://HOST or https://HOST/ROOT");
    check(
        !url.getPath().endsWith("/api/v4"),
        "\"" + url + "\" is the address of an API; leave out \"/api/v4\"");
    check(
        PROJECT.matcher(project).matches(),
        "\"" + project + "\" is not a project; give it with its groups, such as group/sub/models");
    check(!protectedBranch.isBlank(), "the protected branch must have a name");
  }

  /** Where a person finds the project. */
  public URI projectPage() {
    return URI.create(url + "/" + project);
  }

  private static String hostOf(URI url) {
    return url.getRawUserInfo() == null
        ? url.toString()
        : url.getScheme() + "://***@" + url.getHost();
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
