package dev.countersign.modelrefs.error;

import java.util.Objects;

/**
 * One thing wrong with an input.
 *
 * @param path where, as a JSON path ({@code $.artifact.digest}), a file name, or both
 * @param message what is wrong, with the value in quotes
 */
public record Problem(String path, String message) {
  public Problem {
    Objects.requireNonNull(path);
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
