package dev.countersign.bot.cli.command;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads what people type as arguments; what has not the form is a {@code USAGE} error. */
final class Arguments {
  private Arguments() {}

  /** {@code MODEL/ENVIRONMENT}. */
  static ModelEnvironment line(String text) {
    return read(text, ModelEnvironment::parse);
  }

  /** A full commit id. */
  static CommitId commit(String text) {
    return read(text, CommitId::new);
  }

  /**
   * Demands that a file or folder that an option names is there.
   *
   * @throws CountersignException {@code NOT_FOUND}
   */
  static void existing(String option, Path path) {
    if (!Files.exists(path)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "%s names \"%s\", which does not exist".formatted(option, path));
    }
  }

  /** Any value with a parser that refuses by {@link IllegalArgumentException}. */
  static <T> T read(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
