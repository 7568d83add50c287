package dev.countersign.bot.cli;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.forge.ForgeChoice;
import dev.countersign.bot.wiring.ForgeAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which forge holds the merge requests. Tokens come from the environment, never from a flag. */
final class ForgeOptions {
  @Option(
      names = "--forge",
      paramLabel = "NAME",
      description =
          "local, gitlab or github (or COUNTERSIGN_FORGE); default: the CI's forge, else local.",
      defaultValue = "${env:COUNTERSIGN_FORGE:-}")
  private String forge = "";

  @Option(
      names = "--forge-url",
      paramLabel = "URL",
      description =
          "Address of GitLab, or of GitHub's API (or COUNTERSIGN_FORGE_URL); default: the CI's,"
              + " else the public one.",
      defaultValue = "${env:COUNTERSIGN_FORGE_URL:-}")
  private String url = "";

  @Option(
      names = "--project",
      paramLabel = "PATH",
      description =
          "GROUP/PROJECT or OWNER/REPOSITORY of the references (or COUNTERSIGN_PROJECT); default:"
              + " the CI's.",
      defaultValue = "${env:COUNTERSIGN_PROJECT:-}")
  private String project = "";

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "Certificates of your own authorities, PEM (or COUNTERSIGN_CA_FILE).",
      defaultValue = "${env:COUNTERSIGN_CA_FILE:-}")
  private String caFile = "";

  @Option(
      names = "--page",
      paramLabel = "URL",
      description = "Where the local forge's page answers, for links (or COUNTERSIGN_PAGE).",
      defaultValue = "${env:COUNTERSIGN_PAGE:-http://127.0.0.1:8484/}")
  private URI page = URI.create("http://127.0.0.1:8484/");

  /** The forge's name, if a flag or a variable says it. */
  Optional<String> name() {
    return given(forge);
  }

  /**
   * The forge and the way into it.
   *
   * @param inFolder whether the repository was named as a folder
   * @throws dev.countersign.modelrefs.error.CountersignException {@code USAGE}, {@code
   *     ACCESS_DENIED} if a forge needs a token and none is given
   */
  ForgeAccess access(boolean inFolder, Console console) {
    ForgeAddress address = choice(inFolder, console).address();
    return new ForgeAccess(
        address, new ForgeLogins(console::variable).of(address), given(caFile).map(Path::of));
  }

  /** Whether the local forge is meant, by a flag or because nothing says otherwise. */
  boolean isLocal(boolean inFolder, Console console) {
    return choice(inFolder, console).isLocal();
  }

  private ForgeChoice choice(boolean inFolder, Console console) {
    return new ForgeChoice(
        new ForgeChoice.Flags(given(forge), given(url), given(project), inFolder, page),
        console::variable);
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
