package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that people write or keep, told apart by their names, or else by their keys. */
enum FileKind {
  CONFIGURATION("configuration", BotConfig.PATH, "models, stores, signing, pipelines"),
  PIPELINE("pipeline", "pipeline.yaml", "steps, environment, parameters, bundle"),
  RUN_REPORT("run report", "run-report.json", "predictions, dataset, metrics, run"),
  MODEL_REFERENCE(
      "model reference", "model-reference.json", "checksum, artifact, sequence, origin");

  private final String label;
  private final String fileName;
  private final String keys;

  FileKind(String label, String fileName, String keys) {
    this.label = label;
    this.fileName = fileName;
    this.keys = keys;
  }

  /** What people call it. */
  String label() {
    return label;
  }

  /**
   * What a file is.
   *
   * @throws CountersignException {@code INPUT_INVALID} if it is none of them, or no document;
   *     {@code USAGE} for predictions and row keys, which are read with their task only
   */
  static FileKind of(Path file, byte[] bytes) {
    String name = String.valueOf(file.getFileName());
    if (name.matches(".*\\.(csv|txt)(\\.gz)?")) {
      throw new CountersignException(
          ErrorCode.USAGE,
          "\"%s\" is checked by countersign bundle and countersign propose, not by validate"
              .formatted(file));
    }
    return byName(name)
        .orElseGet(
            () -> {
              JsonNode document = document(name, bytes, file.toString());
              return Arrays.stream(values())
                  .max(Comparator.comparingLong(kind -> kind.keysIn(document)))
                  .filter(kind -> kind.keysIn(document) > 0)
                  .orElseThrow(() -> unknown(file));
            });
  }

  private static Optional<FileKind> byName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.fileName.equals(name)).findFirst();
  }

  private static JsonNode document(String name, byte[] bytes, String what) {
    boolean braced = new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    boolean json = name.endsWith(".json") || (braced && !name.matches(".*[.]ya?ml"));
    return json ? StrictJson.read(bytes, what) : StrictYaml.read(bytes, what);
  }

  private long keysIn(JsonNode document) {
    return Arrays.stream(keys.split(", ")).filter(document::has).count();
  }

  private static CountersignException unknown(Path file) {
    String known =
        Arrays.stream(values())
            .map(kind -> "a %s (%s)".formatted(kind.label, kind.keys))
            .collect(Collectors.joining(", "));
    return new CountersignException(
        ErrorCode.INPUT_INVALID,
        "\"%s\" has the keys of none of the files that validate knows: %s".formatted(file, known));
  }
}
