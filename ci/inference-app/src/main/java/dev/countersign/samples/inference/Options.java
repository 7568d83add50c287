package dev.countersign.samples.inference;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.Suggestion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the app is started.
 *
 * @param reference the {@code model-reference.json}
 * @param source where the model's files are
 * @param port on loopback; 0 for any free one
 * @param predictionLog file to append predictions to; empty for standard output
 */
record Options(Path reference, Source source, int port, Optional<Path> predictionLog) {
  static final String USAGE =
      "--reference FILE (--store ROOT | --model-dir DIR) --port N [--prediction-log FILE]";

  private static final Set<String> NAMES =
      Set.of("--reference", "--store", "--model-dir", "--port", "--prediction-log");

  /** Where the model's files are. */
  sealed interface Source {
    /** In a store in a folder, under their digest. */
    record Store(Path root) implements Source {}

    /** In a folder, where for example {@code countersign fetch} has put them. */
    record Folder(Path path) implements Source {}
  }

  /**
   * Reads the command line.
   *
   * @throws CountersignException {@code USAGE}
   */
  static Options parse(String... args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw usage("there is no option \"" + args[i] + "\"" + Suggestion.of(args[i], NAMES));
      }
      if (i + 1 == args.length) {
        throw usage("option \"" + args[i] + "\" has no value");
      }
      given.put(args[i], args[i + 1]);
    }
    return new Options(
        Path.of(required(given, "--reference")),
        source(given),
        port(required(given, "--port")),
        Optional.ofNullable(given.get("--prediction-log")).map(Path::of));
  }

  private static Source source(Map<String, String> given) {
    if (given.containsKey("--store") == given.containsKey("--model-dir")) {
      throw usage("give one of \"--store\" and \"--model-dir\"");
    }
    return given.containsKey("--store")
        ? new Source.Store(Path.of(required(given, "--store")))
        : new Source.Folder(Path.of(required(given, "--model-dir")));
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw usage("\"" + text + "\" is not a port");
    }
    return Integer.parseInt(text);
  }

  private static String required(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name))
        .orElseThrow(() -> usage("option \"" + name + "\" is missing"));
  }

  private static CountersignException usage(String what) {
    return new CountersignException(ErrorCode.USAGE, what + "; use: " + USAGE);
  }
}
