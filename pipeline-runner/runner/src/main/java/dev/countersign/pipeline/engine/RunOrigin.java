package dev.countersign.pipeline.engine;

import dev.countersign.modelrefs.run.CodeInfo;
import dev.countersign.modelrefs.run.Launcher;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a run comes from, as its report says.
 *
 * @param runId unique among the runs of a model
 * @param launchedBy who launched it, where it is known
 */
public record RunOrigin(String runId, Optional<Launcher> launchedBy, CodeInfo code) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,126}");

  /**
   * @throws IllegalArgumentException if the id could not name a folder
   */
  public RunOrigin {
    if (!ID.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "\"" + runId + "\" is not a run id; use 1 to 127 letters, digits, ., _ and -");
    }
  }
}
