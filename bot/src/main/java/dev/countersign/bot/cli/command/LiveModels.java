package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.Remedy;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The models that serve now, as the steps of a run find them.
 *
 * @param folder one folder per model, by digest; empty if there is none
 * @param warning why they could not be fetched although a repository is known
 */
record LiveModels(Optional<Path> folder, Optional<String> warning) {
  /** Those of a folder that is there. */
  static LiveModels in(Optional<Path> folder) {
    return new LiveModels(folder, Optional.empty());
  }

  /**
   * Fetches them. A training is not lost because of a token that a CI job lacks: it goes on
   * without, and says so.
   *
   * @throws CountersignException as the fetching does, if it is interrupted or a bug
   */
  static LiveModels fetchedOrNone(Supplier<Optional<Path>> fetching, Console console) {
    try {
      return in(fetching.get());
    } catch (CountersignException failure) {
      if (failure.code() == ErrorCode.INTERRUPTED || failure.code() == ErrorCode.BUG) {
        throw failure;
      }
      String warning =
          "no live model was fetched, so the candidate will not be compared: " + reason(failure);
      console.tell("warning: " + warning);
      return new LiveModels(Optional.empty(), Optional.of(warning));
    }
  }

  private static String reason(CountersignException failure) {
    return "%s (%s); what helps: %s; or give --baselines DIR"
        .formatted(failure.inOneLine(), failure.code().label(), Remedy.of(failure.code()).advice());
  }
}
