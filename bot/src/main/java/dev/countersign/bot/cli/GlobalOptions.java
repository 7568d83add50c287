package dev.countersign.bot.cli;

import dev.countersign.bot.wiring.ForgeAccess;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options that every command takes. Which repository and branch to trust comes from here or from
 * the environment, never from a file of the repository.
 */
public final class GlobalOptions {
  @Option(
      names = {"-R", "--repository"},
      paramLabel = "PATH|URL",
      description =
          "The Git repository that holds the references (or COUNTERSIGN_REPOSITORY): a bare one in"
              + " a folder, used in place, or a URL (file:, https:), which is cloned; default: the"
              + " forge's project.",
      defaultValue = "${env:COUNTERSIGN_REPOSITORY:-}")
  private String repository = "";

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Its protected branch; default: main (or COUNTERSIGN_BRANCH).",
      defaultValue = "${env:COUNTERSIGN_BRANCH:-main}")
  private String branch = "main";

  @Option(
      names = "--as",
      paramLabel = "LOGIN",
      description = "Who you are on the local forge (or COUNTERSIGN_ACTOR); self-asserted.",
      defaultValue = "${env:COUNTERSIGN_ACTOR:-}")
  private String actor = "";

  @Mixin private ForgeOptions forge = new ForgeOptions();

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description =
          "File of the bot's private SSH key (or COUNTERSIGN_SIGNING_KEY, which may also hold the key).",
      defaultValue = "${env:COUNTERSIGN_SIGNING_KEY:-}")
  private String signingKey = "";

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "How data is printed: ${COMPLETION-CANDIDATES}; default: text.",
      defaultValue = "text")
  private OutputFormat output = OutputFormat.TEXT;

  @Option(names = "--debug", description = "Print the stack trace of an error.")
  private boolean debug;

  /** The repository's folder or URL, if named. */
  public Optional<String> repository() {
    return Optional.of(repository).filter(text -> !text.isEmpty());
  }

  /**
   * The repository's folder, if named.
   *
   * @throws CountersignException {@code USAGE} if a URL is named
   */
  public Optional<Path> folder() {
    return repository()
        .map(
            text -> {
              if (isUrl(text)) {
                throw new CountersignException(
                    ErrorCode.USAGE, "--repository must name a folder here, not a URL");
              }
              return Path.of(text);
            });
  }

  /** The protected branch. */
  public String branch() {
    return branch;
  }

  /** The identity on the local forge, if given. */
  public Optional<String> actor() {
    return Optional.of(actor).filter(text -> !text.isEmpty());
  }

  /** The forge's name as a person writes it, if a flag or a variable says it. */
  public Optional<String> forgeName() {
    return forge.name();
  }

  /**
   * The forge and the way into it.
   *
   * @throws CountersignException {@code USAGE}, {@code ACCESS_DENIED} without a token
   */
  ForgeAccess forge(Console console) {
    return forge.access(isInFolder(), console);
  }

  /** Whether it is said which repository is meant, be it as the project of a forge or a CI. */
  public boolean nameRepository(Console console) {
    return repository().isPresent() || !forge.isLocal(isInFolder(), console);
  }

  private boolean isInFolder() {
    return repository().filter(text -> !isUrl(text)).isPresent();
  }

  /** The file with the bot's private key, if named. */
  public Optional<Path> signingKey() {
    return Optional.of(signingKey)
        .filter(text -> !text.isEmpty() && !isKeyItself(text))
        .map(Path::of);
  }

  /** The bot's private key itself: CI variables often hold it in place of a file's name. */
  public Optional<String> signingKeyText() {
    return Optional.of(signingKey).filter(GlobalOptions::isKeyItself);
  }

  static boolean isUrl(String text) {
    return text.contains("://");
  }

  private static boolean isKeyItself(String text) {
    return text.contains("PRIVATE KEY-----");
  }

  /** How data is printed. */
  public OutputFormat output() {
    return output;
  }

  /** Whether errors come with their stack trace. */
  public boolean debug() {
    return debug;
  }
}
