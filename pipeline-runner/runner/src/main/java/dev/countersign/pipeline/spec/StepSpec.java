package dev.countersign.pipeline.spec;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One step: a process that reads its inputs, writes its outputs and ends with 0.
 *
 * @param argv program and arguments; never given to a shell
 * @param inputs by the name that {@code argv} uses
 * @param outputs file or folder name of each output, by the name that other steps use
 * @param when the step is left out unless this holds
 */
public record StepSpec(
    String name,
    List<Argument> argv,
    Map<String, InputSource> inputs,
    Map<String, ArtifactPath> outputs,
    Limits limits,
    Optional<Condition> when) {
  /**
   * How long and how often a step may try.
   *
   * @param timeout of one attempt
   * @param retries further attempts after the first one failed
   */
  public record Limits(Duration timeout, int retries) {}

  public StepSpec {
    argv = List.copyOf(argv);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** The steps whose outputs this one reads. */
  public Set<String> needs() {
    return inputs.values().stream()
        .filter(InputSource.StepOutput.class::isInstance)
        .map(source -> ((InputSource.StepOutput) source).step())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The parameters that {@code argv} mentions. */
  public Set<String> parameters() {
    return argv.stream()
        .flatMap(argument -> argument.placeholders().stream())
        .filter(placeholder -> placeholder.kind() == Placeholder.Kind.PARAMETERS)
        .map(Placeholder::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
