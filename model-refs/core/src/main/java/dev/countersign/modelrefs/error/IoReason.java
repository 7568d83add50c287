package dev.countersign.modelrefs.error;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says in words for people why a file operation failed; the JDK often says only which file. */
public final class IoReason {
  private IoReason() {}

  /** The file in quotes where there is one, and the reason. */
  public static String of(Exception failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      return of(Objects.requireNonNull(unchecked.getCause()));
    }
    if (failure instanceof FileSystemException files) {
      return "\"%s\" %s".formatted(files.getFile(), reason(files));
    }
    return String.valueOf(failure.getMessage());
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "may not be accessed";
    }
    String reason = failure.getReason();
    return reason == null ? "failed (" + failure.getClass().getSimpleName() + ")" : reason;
  }
}
