package dev.countersign.bot.cli;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.wiring.ForgeLogin;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the bot's login in the environment: {@code COUNTERSIGN_TOKEN} or {@code
 * COUNTERSIGN_TOKEN_FILE}, a GitHub App, else the CI's own job token.
 */
final class ForgeLogins {
  private final Function<String, Optional<String>> variables;

  ForgeLogins(Function<String, Optional<String>> variables) {
    this.variables = variables;
  }

  /**
   * The login for a forge.
   *
   * @throws CountersignException {@code ACCESS_DENIED} if there is none, {@code NOT_FOUND} if a
   *     file that is named cannot be read
   */
  ForgeLogin of(ForgeAddress address) {
    if (address instanceof ForgeAddress.Local) {
      return new ForgeLogin.None();
    }
    Optional<ForgeLogin> app =
        address instanceof ForgeAddress.GitHub ? gitHubApp() : Optional.empty();
    return app.or(this::token).or(() -> jobToken(address)).orElseThrow(() -> missing(address));
  }

  private Optional<ForgeLogin> token() {
    return secret("COUNTERSIGN_TOKEN").map(ForgeLogin.AccessToken::new);
  }

  private Optional<ForgeLogin> gitHubApp() {
    return variables
        .apply("COUNTERSIGN_GITHUB_APP_ID")
        .flatMap(
            id ->
                secret("COUNTERSIGN_GITHUB_APP_KEY")
                    .map(key -> new ForgeLogin.GitHubApp(id.strip(), key)));
  }

  private Optional<ForgeLogin> jobToken(ForgeAddress address) {
    String variable = address instanceof ForgeAddress.GitLab ? "CI_JOB_TOKEN" : "GITHUB_TOKEN";
    return variables.apply(variable).map(Secret::new).map(ForgeLogin.JobToken::new);
  }

  private Optional<Secret> secret(String variable) {
    return variables
        .apply(variable)
        .or(() -> variables.apply(variable + "_FILE").map(file -> read(variable, file)))
        .filter(text -> !text.isBlank())
        .map(Secret::new);
  }

  private static String read(String variable, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND,
          "%s_FILE names \"%s\", which cannot be read".formatted(variable, file),
          e);
    }
  }

  private static CountersignException missing(ForgeAddress address) {
    return new CountersignException(
        ErrorCode.ACCESS_DENIED,
        "no token for %s is given; set COUNTERSIGN_TOKEN or COUNTERSIGN_TOKEN_FILE"
            .formatted(address.kind()));
  }
}
