package dev.countersign.bot.wiring;

import dev.countersign.bot.config.SecretReference;
import dev.countersign.bot.transport.Secret;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds secrets where their references say, as late as they are needed. */
public final class Secrets {
  private final Map<String, String> environment;

  /**
   * @param environment the process's variables
   */
  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The secret.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if there is none; names the
   *     reference
   */
  public Secret find(SecretReference reference) {
    String text =
        reference.source() == SecretReference.Source.ENV
            ? Optional.ofNullable(environment.get(reference.name())).orElse("")
            : read(reference);
    if (text.isBlank()) {
      throw missing(reference, "is empty or not set");
    }
    return new Secret(text);
  }

  private static String read(SecretReference reference) {
    try {
      return Files.readString(Path.of(reference.name()));
    } catch (IOException | IllegalArgumentException e) {
      throw missing(reference, "cannot be read");
    }
  }

  private static CountersignException missing(SecretReference reference, String why) {
    return new CountersignException(
        ErrorCode.CONFIGURATION_INVALID, "the secret \"%s\" %s".formatted(reference, why));
  }
}
