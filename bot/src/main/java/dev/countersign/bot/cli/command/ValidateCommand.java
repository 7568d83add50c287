package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.bot.config.UnknownMetrics;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evidence.MetricDirections;
import dev.countersign.modelrefs.json.StrictJson;
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
      description = "What it is shows by its name, or else by its keys.")
  private List<Path> files = new ArrayList<>();

  @Override
  protected boolean usesRepository() {
    return false;
  }

  @Override
  protected Result execute() {
    ObjectNode data = Result.object();
    ArrayNode valid = data.putArray("valid");
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      Checked checked = check(file);
      ObjectNode one = valid.addObject().put("file", file.toString());
      one.put("kind", checked.kind().label());
      lines.add("%s: a valid %s".formatted(file, checked.kind().label()));
      if (!checked.warnings().isEmpty()) {
        checked.warnings().forEach(one.putArray("warnings")::add);
        checked.warnings().forEach(warning -> lines.add("  warning: " + warning));
      }
    }
    return Result.done(data, String.join("\n", lines));
  }

  /** What a file is, and what in it has no effect. */
  private record Checked(FileKind kind, List<String> warnings) {}

  private static Checked check(Path file) {
    byte[] bytes = read(file);
    FileKind kind = FileKind.of(file, bytes);
    List<String> warnings = new ArrayList<>();
    switch (kind) {
      case CONFIGURATION -> {
        BotConfig config = ConfigReader.read(bytes, file.toString());
        warnings.addAll(config.notServed());
        warnings.addAll(UnknownMetrics.of(config));
      }
      case RUN_REPORT ->
          MetricDirections.check(RunReportCodec.decode(bytes, file.toString()), file.toString());
      case MODEL_REFERENCE -> checkReference(bytes, file);
      case PIPELINE -> PipelineReader.read(bytes, file.toString());
    }
    return new Checked(kind, warnings);
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
    if (Files.isDirectory(file)) {
      throw new CountersignException(
          ErrorCode.USAGE, "\"%s\" is a folder; name the file in it".formatted(file));
    }
    try {
      if (Files.size(file) > StrictJson.MAX_BYTES) {
        throw new CountersignException(
            ErrorCode.INPUT_INVALID,
            "\"%s\" is %,d bytes; at most %,d are read"
                .formatted(file, Files.size(file), StrictJson.MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
