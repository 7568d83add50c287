package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify REF}: is this reference whole, and are the bytes it names there? */
@Command(name = "verify", description = "Verify a model reference: its checksum.")
public final class VerifyCommand extends BotCommand {
  @Parameters(paramLabel = "REF", description = "A model-reference.json.")
  private Path reference = Path.of("");

  @Option(
      names = "--no-artifact",
      required = true,
      description = "Do not read the artifact's bytes.")
  private boolean withoutArtifact;

  @Override
  protected Result execute() {
    ReferenceDocument document = ReferenceCodec.decode(read(), reference.toString());
    ModelReference found = document.reference();
    ObjectNode data = Result.object();
    data.put("reference", reference.toString());
    data.put("model", found.line().model().value());
    data.put("environment", found.line().environment().value());
    data.put("version", found.version().toString());
    data.put("artifactDigest", found.artifact().digest().toString());
    data.put("checksum", document.checksum().toString());
    data.put("artifactVerified", !withoutArtifact);
    return Result.done(
        data,
        "%s %s: checksum %s matches; the artifact %s was not read"
            .formatted(
                found.line(), found.version(), document.checksum(), found.artifact().digest()));
  }

  private byte[] read() {
    try {
      return Files.readAllBytes(reference);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
