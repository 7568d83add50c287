package dev.countersign.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.pipeline.spec.Argument;
import dev.countersign.pipeline.spec.EnvironmentRule;
import dev.countersign.pipeline.spec.StepSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepKeyTest {
  private static final Map<String, Scalar> SEED_1 = Map.of("seed", new Scalar.Numeric(1));
  private static final Map<String, Digest> CODE = Map.of("code", digest("train.py"));

  private final StepSpec train = step("train", "model", "python3", "--seed=${parameters.seed}");
  private final Digest key = StepKey.of(train, SEED_1, EnvironmentRule.PATH_ONLY, CODE);

  @Test
  void isThatOfTheContent_notOfTheName_norOfLimits() {
    StepSpec renamed = step("fit", "model", "python3", "--seed=${parameters.seed}");
    StepSpec patient =
        new StepSpec(
            train.name(),
            train.argv(),
            train.inputs(),
            train.outputs(),
            new StepSpec.Limits(Duration.ofHours(9), 3),
            train.when());

    assertThat(StepKey.of(renamed, SEED_1, EnvironmentRule.PATH_ONLY, CODE)).isEqualTo(key);
    assertThat(StepKey.of(patient, SEED_1, EnvironmentRule.PATH_ONLY, CODE)).isEqualTo(key);
  }

  @Test
  void changesWithEverythingThatCanChangeWhatTheStepDoes() {
    EnvironmentRule threads = new EnvironmentRule(List.of("PATH"), Map.of("THREADS", "2"));
    EnvironmentRule home = new EnvironmentRule(List.of("PATH", "HOME"), Map.of());
    Map<String, Scalar> seed2 = Map.of("seed", new Scalar.Numeric(2));
    Map<String, Digest> otherCode = Map.of("code", digest("train.py, mended"));

    assertThat(
            List.of(
                key,
                StepKey.of(train, seed2, EnvironmentRule.PATH_ONLY, CODE),
                StepKey.of(train, SEED_1, threads, CODE),
                StepKey.of(train, SEED_1, home, CODE),
                StepKey.of(train, SEED_1, EnvironmentRule.PATH_ONLY, otherCode),
                StepKey.of(
                    step("train", "model", "python4", "--seed=${parameters.seed}"),
                    SEED_1,
                    EnvironmentRule.PATH_ONLY,
                    CODE),
                StepKey.of(
                    step("train", "elsewhere", "python3", "--seed=${parameters.seed}"),
                    SEED_1,
                    EnvironmentRule.PATH_ONLY,
                    CODE)))
        .doesNotHaveDuplicates();
  }

  @Test
  void countsOnlyParametersThatTheStepMentions() {
    Map<String, Scalar> more =
        Map.of("seed", new Scalar.Numeric(1), "colour", new Scalar.Text("red"));

    assertThat(StepKey.of(train, more, EnvironmentRule.PATH_ONLY, CODE)).isEqualTo(key);
  }

  @Test
  void tellsTypesOfParametersApart() {
    assertThat(
            StepKey.of(
                train, Map.of("seed", new Scalar.Text("1")), EnvironmentRule.PATH_ONLY, CODE))
        .isNotEqualTo(key);
  }

  private static StepSpec step(String name, String output, String... argv) {
    return new StepSpec(
        name,
        Arrays.stream(argv).map(Argument::new).toList(),
        Map.of(),
        Map.of("model", new ArtifactPath(output)),
        new StepSpec.Limits(Duration.ofMinutes(1), 0),
        Optional.empty());
  }

  private static Digest digest(String content) {
    return Digest.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
