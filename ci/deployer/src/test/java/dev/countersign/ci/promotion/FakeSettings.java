package dev.countersign.ci.promotion;

import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A configuration in memory: the same at every commit, but where a test says otherwise. */
public final class FakeSettings implements Settings {
  private final Map<ModelEnvironment, LineSettings> everywhere = new HashMap<>();
  private final Map<CommitId, LineSettings> at = new HashMap<>();

  @Override
  public Optional<LineSettings> of(ModelEnvironment line, CommitId configuredAt) {
    return Optional.ofNullable(everywhere.get(line))
        .map(settings -> at.getOrDefault(configuredAt, settings));
  }

  /** Configures a line. */
  public void put(ModelEnvironment line, LineSettings settings) {
    everywhere.put(line, settings);
  }

  /** Takes a line out of the configuration. */
  public void remove(ModelEnvironment line) {
    everywhere.remove(line);
  }

  /** What the configuration of one commit says of every line. */
  public void putAt(CommitId configuredAt, LineSettings settings) {
    at.put(configuredAt, settings);
  }
}
