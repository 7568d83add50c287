package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.codec.RunReportCodec;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.pipeline.spec.codec.PipelineReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code validate}: checks files without touching anything else. */
@Command(
    name = "validate",
    description =
        "Check files: countersign.yaml, model-reference.json, run-report.json, pipeline.yaml.")
public final class ValidateCommand extends BotCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "What it is shows by its name; other *.yaml files are pipelines.")
  private List<Path> files = new ArrayList<>();

  @Override
  protected Result execute() {
    ObjectNode data = Result.object();
    ArrayNode valid = data.putArray("valid");
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      String kind = check(file);
      valid.addObject().put("file", file.toString()).put("kind", kind);
      lines.add("%s: a valid %s".formatted(file, kind));
    }
    return Result.done(data, String.join("\n", lines));
  }

  private static String check(Path file) {
    byte[] bytes = read(file);
    String name = String.valueOf(file.getFileName());
    if (name.equals(BotConfig.PATH)) {
      ConfigReader.read(bytes, file.toString());
      return "configuration";
    }
    if (name.equals("run-report.json")) {
      RunReportCodec.decode(bytes, file.toString());
      return "run report";
    }
    if (name.endsWith(".json")) {
      checkReference(bytes, file);
      return "model reference";
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      PipelineReader.read(bytes, file.toString());
      return "pipeline";
    }
    throw new CountersignException(
        ErrorCode.INPUT_INVALID,
        "\"%s\" is none of the files that validate knows: *.yaml, run-report.json, *.json"
            .formatted(file));
  }

  /** A reference must be in the writer's bytes, and lie where it says it belongs. */
  private static void checkReference(byte[] bytes, Path file) {
    var document = ReferenceCodec.decode(bytes, file.toString());
    if (!document.writersBytes()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is not written the way Countersign writes it (key order, numbers, white space)"
              .formatted(file));
    }
    String path = file.toAbsolutePath().normalize().toString();
    ModelEnvironment line = document.reference().line();
    int start = path.lastIndexOf("/model-refs/");
    if (start >= 0 && !path.substring(start + 1).equals(line.referencePath())) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is a reference of \"%s\" and belongs at \"%s\""
              .formatted(file, line, line.referencePath()));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
