package dev.countersign.ci.process.front;

import java.nio.file.Path;
import java.util.List;

/** What a front is started with. */
record FrontOptions(Path state, String line, String host, int port) {
  /** From the arguments {@code STATE_FOLDER LINE HOST PORT}. */
  static FrontOptions parse(String... args) {
    if (args.length != 4) {
      throw new IllegalArgumentException(
          "a front is started with STATE_FOLDER LINE HOST PORT, not " + List.of(args));
    }
    return new FrontOptions(Path.of(args[0]), args[1], args[2], Integer.parseInt(args[3]));
  }
}
