package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code digest}: the digest of an artifact. */
@Command(name = "digest", description = "Print the digest of an artifact: a folder or a file.")
public final class DigestCommand extends BotCommand {
  @Parameters(paramLabel = "PATH", description = "The artifact.")
  private Path path = Path.of("");

  @Option(names = "--sum", description = "Print the lines of sha256sum instead, one per file.")
  private boolean sum;

  @Override
  protected boolean usesRepository() {
    return false;
  }

  @Override
  protected Result execute() {
    ArtifactManifest manifest = ArtifactDigester.ofProcessors().digest(path);
    ObjectNode data = Result.object();
    data.put("digest", manifest.digest().toString());
    data.put("sizeBytes", manifest.sizeBytes());
    data.set("files", manifest.toJson());
    String lines =
        manifest.files().stream()
            .map(file -> file.sha256().hex() + "  " + file.path())
            .collect(Collectors.joining("\n"));
    return Result.done(data, sum ? lines : manifest.digest().toString());
  }
}
