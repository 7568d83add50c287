package dev.countersign.bot.forge;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Decides which forge is meant: by the flags, else by the CI that the command runs in, else the
 * local one. A repository that is a folder has the local forge unless a flag says otherwise.
 */
public final class ForgeChoice {
  private static final Pattern PROJECT = Pattern.compile("\\w[\\w.-]*(/\\w[\\w.-]*)+");
  private static final Pattern GITHUB_REPOSITORY = Pattern.compile("\\w[\\w.-]*/\\w[\\w.-]*");

  private final Flags flags;
  private final Function<String, Optional<String>> variables;

  /**
   * What the person said.
   *
   * @param forge {@code local}, {@code gitlab} or {@code github}
   * @param url of GitLab, or of GitHub's API
   * @param project {@code GROUP/PROJECT} or {@code OWNER/REPOSITORY}
   * @param inFolder whether the repository was named as a folder
   * @param page where the local forge's page answers
   */
  public record Flags(
      Optional<String> forge,
      Optional<String> url,
      Optional<String> project,
      boolean inFolder,
      URI page) {}

  /**
   * @param variables of the environment
   */
  public ForgeChoice(Flags flags, Function<String, Optional<String>> variables) {
    this.flags = flags;
    this.variables = variables;
  }

  /** Whether the local forge is meant, which does not say where the repository is. */
  public boolean isLocal() {
    return "local".equals(kind());
  }

  /**
   * The forge that is meant.
   *
   * @throws CountersignException {@code USAGE} naming the flag that is missing or wrong
   */
  public ForgeAddress address() {
    String kind = kind();
    return switch (kind) {
      case "local" -> new ForgeAddress.Local(flags.page());
      case "gitlab" -> gitLab();
      case "github" -> gitHub();
      default -> throw usage("\"%s\" is not a forge; --forge takes local, gitlab or github", kind);
    };
  }

  private String kind() {
    return flags.forge().orElseGet(this::surroundings).toLowerCase(Locale.ROOT);
  }

  private String surroundings() {
    if (flags.inFolder()) {
      return "local";
    }
    if (isTrue("GITLAB_CI")) {
      return "gitlab";
    }
    return isTrue("GITHUB_ACTIONS") ? "github" : "local";
  }

  private ForgeAddress gitLab() {
    URI url = url(fromCi("GITLAB_CI", "CI_SERVER_URL"), "https://gitlab.com");
    return new ForgeAddress.GitLab(url, project(fromCi("GITLAB_CI", "CI_PROJECT_PATH"), PROJECT));
  }

  private ForgeAddress gitHub() {
    URI api = url(fromCi("GITHUB_ACTIONS", "GITHUB_API_URL"), "https://api.github.com");
    return new ForgeAddress.GitHub(
        api, web(api), project(fromCi("GITHUB_ACTIONS", "GITHUB_REPOSITORY"), GITHUB_REPOSITORY));
  }

  /** GitHub.com has its API on a host of its own, an Enterprise Server below {@code /api/v3}. */
  private static URI web(URI api) {
    if ("api.github.com".equals(api.getHost())) {
      return URI.create("https://github.com");
    }
    return URI.create(api.toString().replaceFirst("/api/v3/?$", ""));
  }

  private URI url(Optional<String> ci, String otherwise) {
    String text = flags.url().or(() -> ci).orElse(otherwise);
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null) {
        return url;
      }
    } catch (IllegalArgumentException notAUrl) {
      throw new CountersignException(
          ErrorCode.USAGE, "a forge's address is malformed; --forge-url takes https://HOST");
    }
    throw new CountersignException(
        ErrorCode.USAGE, "a forge's address needs a host, and no login or query; see --forge-url");
  }

  private String project(Optional<String> ci, Pattern form) {
    String project =
        flags
            .project()
            .or(() -> ci)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.USAGE, "no project is named; give --project GROUP/PROJECT"));
    if (!form.matcher(project).matches()) {
      throw usage("\"%s\" is not a project; --project takes GROUP/PROJECT", project);
    }
    return project;
  }

  private Optional<String> fromCi(String ci, String variable) {
    return isTrue(ci) ? variables.apply(variable) : Optional.empty();
  }

  private boolean isTrue(String variable) {
    return variables.apply(variable).filter("true"::equals).isPresent();
  }

  private static CountersignException usage(String message, Object value) {
    return new CountersignException(ErrorCode.USAGE, message.formatted(value));
  }
}
