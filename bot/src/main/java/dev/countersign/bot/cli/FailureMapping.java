package dev.countersign.bot.cli;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Gives every exception that reaches the command line a code. */
final class FailureMapping {
  private FailureMapping() {}

  static CountersignException of(Throwable error) {
    if (error instanceof CountersignException known) {
      return known;
    }
    Throwable cause = error instanceof UncheckedIOException io ? io.getCause() : error;
    if (cause instanceof NoSuchFileException missing) {
      return new CountersignException(
          ErrorCode.NOT_FOUND, "\"" + missing.getFile() + "\" does not exist", error);
    }
    if (cause instanceof AccessDeniedException denied) {
      return new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"" + denied.getFile() + "\" cannot be read or written: permission denied",
          error);
    }
    if (cause instanceof FileSystemException failure) {
      return new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\": %s".formatted(failure.getFile(), failure.getReason()),
          error);
    }
    if (cause instanceof IOException) {
      return new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE, "reading or writing failed: " + text(cause), error);
    }
    return new CountersignException(
        ErrorCode.BUG, "something happened that Countersign did not expect: " + text(error), error);
  }

  private static String text(@Nullable Throwable error) {
    return error == null || error.getMessage() == null
        ? "no message"
        : "\"" + error.getMessage() + "\"";
  }
}
