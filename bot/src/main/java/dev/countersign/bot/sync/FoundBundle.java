package dev.countersign.bot.sync;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import java.nio.file.Path;
import java.time.Instant;

/** A run bundle in a folder where runs leave them; one that is still being written is none yet. */
sealed interface FoundBundle {
  /** Its folder. */
  Path folder();

  /** A run that succeeded: its report is there and can be read. */
  record Finished(Path folder, RunBundle bundle) implements FoundBundle {}

  /** Its report is there, and says nothing that can be used. */
  record Unusable(Path folder, CountersignException failure) implements FoundBundle {}

  /**
   * There is no report, and nothing has changed for so long that there will be none.
   *
   * @param since when something changed last
   */
  record Silent(Path folder, Instant since) implements FoundBundle {}
}
