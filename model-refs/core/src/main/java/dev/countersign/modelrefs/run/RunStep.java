package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step of the run.
 *
 * @param outcome {@code succeeded}, {@code cached} or {@code skipped}
 * @param inputs digest of each input by name
 * @param outputs digest of each output by name
 */
public record RunStep(
    String name,
    String outcome,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Map<String, Digest> inputs,
    Map<String, Digest> outputs) {
  public RunStep {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }
}
