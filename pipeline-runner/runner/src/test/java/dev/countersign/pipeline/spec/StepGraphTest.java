package dev.countersign.pipeline.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepGraphTest {
  /**
   * load feeds split, which feeds train and evaluate; evaluate needs train, report stands alone.
   */
  private final StepGraph graph =
      new StepGraph(
          List.of(
              step("load"),
              step("split", "load"),
              step("train", "split"),
              step("evaluate", "train", "split"),
              step("report")));

  @Test
  void knowsAllThatAStepNeeds() {
    assertThat(graph.upstream("evaluate"))
        .containsExactlyInAnyOrder("load", "split", "train", "evaluate");
    assertThat(graph.upstream("load")).containsExactly("load");
    assertThat(graph.upstream("report")).containsExactly("report");
  }

  @Test
  void knowsAllThatNeedsAStep() {
    assertThat(graph.downstream("split")).containsExactlyInAnyOrder("split", "train", "evaluate");
    assertThat(graph.downstream("evaluate")).containsExactly("evaluate");
  }

  @Test
  void findsACycle_andNamesItFromStartToStart() {
    StepGraph cyclic =
        new StepGraph(
            List.of(step("load"), step("a", "load", "c"), step("b", "a"), step("c", "b")));

    assertThat(graph.cycle()).isEmpty();
    assertThat(cyclic.cycle()).contains(List.of("a", "c", "b", "a"));
    assertThat(new StepGraph(List.of(step("self", "self"))).cycle())
        .contains(List.of("self", "self"));
  }

  @Test
  void passesOverStepsThatDoNotExist() {
    StepGraph dangling = new StepGraph(List.of(step("train", "missing")));

    assertThat(dangling.cycle()).isEmpty();
    assertThat(dangling.upstream("train")).containsExactly("train");
    assertThat(dangling.downstream("missing")).containsExactly("missing");
  }

  private static StepSpec step(String name, String... needs) {
    Map<String, InputSource> inputs = new LinkedHashMap<>();
    Arrays.stream(needs).forEach(need -> inputs.put(need, new InputSource.StepOutput(need, "out")));
    return new StepSpec(
        name,
        List.of(new Argument("true")),
        inputs,
        Map.of("out", new ArtifactPath("out")),
        new StepSpec.Limits(Duration.ofSeconds(1), 0),
        Optional.empty());
  }
}
