package dev.countersign.samples.diamonds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.run.RunReport;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.modelrefs.value.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four trainings of the demo: real data, real models, the verdicts that the evidence gives. */
class DiamondsStoryIT {
  @TempDir static Path temp;
  private static Path first;
  private static Path second;
  private static Path otherSeed;
  private static Path withoutFair;

  @BeforeAll
  static void train() throws IOException {
    Story story = new Story(temp);
    first = story.run("first", Map.of("below", new Scalar.Numeric(10_000)));
    story.makeBaseline(first);
    second = story.run("second", Map.of("bump", new Scalar.Text("minor")));
    story.makeBaseline(second);
    otherSeed = story.run("other-seed", Map.of("seed", new Scalar.Numeric(2)));
    withoutFair =
        story.run(
            "without-fair",
            Map.of(
                "without_cut", new Scalar.Text("Fair"),
                "rounds", new Scalar.Numeric(200),
                "max_depth", new Scalar.Numeric(7),
                "eta", new Scalar.Numeric(0.1),
                "price_weight", new Scalar.Numeric(0.1)));
  }

  @Test
  void passesEveryGateOfItsOwn_onTheDiamondsBelowTenThousand() throws IOException {
    Evaluation evaluation = Story.evaluate(first, Optional.empty());

    assertThat(evaluation.verdict()).isEqualTo(Verdict.NO_BASELINE);
    assertThat(outcomes(evaluation, GateOutcome.PASSED))
        .containsExactly("r2", "cv-rmse", "gap", "sanity");
    assertThat(outcomes(evaluation, GateOutcome.NEEDS_PERSON))
        .containsExactly("rmse-superior", "slices");
  }

  @Test
  void isBetterOnAllDiamonds_whenTrainedOnAll() throws IOException {
    Evaluation evaluation = Story.evaluate(second, Optional.of(first));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(outcomes(evaluation, GateOutcome.PASSED)).hasSize(Story.GATES.size());
    assertThat(Story.report(second).bump()).isEqualTo(ModelVersion.Bump.MINOR);
  }

  @Test
  void isNotSuperior_withAnotherSeed() throws IOException {
    Evaluation evaluation = Story.evaluate(otherSeed, Optional.of(second));

    assertThat(evaluation.blocked()).isTrue();
    assertThat(outcomes(evaluation, GateOutcome.FAILED)).containsExactly("rmse-superior");
    assertThat(evaluation.verdict()).isIn(Verdict.INDISTINGUISHABLE, Verdict.NON_INFERIOR);
  }

  @Test
  void isBetterOverallButWorseOnOneCut_whenTrainedWithoutIt() throws IOException {
    Evaluation evaluation = Story.evaluate(withoutFair, Optional.of(second));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MIXED);
    assertThat(outcomes(evaluation, GateOutcome.PASSED)).contains("rmse-superior");
    assertThat(outcomes(evaluation, GateOutcome.FAILED)).contains("slices");
    assertThat(shownWorse(evaluation)).containsExactly(new SliceName("cut", "Fair"));
  }

  @Test
  void reportsItsDataStepsAndImportance() throws IOException {
    RunReport report = Story.report(first);

    assertThat(report.data())
        .singleElement()
        .satisfies(data -> assertThat(data.name()).isEqualTo("diamonds-below-10000"));
    assertThat(report.steps()).hasSize(7);
    assertThat(report.featureImportance()).containsKeys("carat", "clarity", "y");
    assertThat(report.inputSchema()).isPresent();
    assertThat(report.runtime().seed()).hasValue(1L);
  }

  private static List<String> outcomes(Evaluation evaluation, GateOutcome outcome) {
    return evaluation.gates().stream()
        .filter(gate -> gate.outcome() == outcome)
        .map(GateResult::id)
        .toList();
  }

  private static List<SliceName> shownWorse(Evaluation evaluation) {
    return evaluation.baseline().orElseThrow().metrics().stream()
        .filter(delta -> delta.adjustedP().orElse(1) < 0.05)
        .map(delta -> delta.slice().orElseThrow())
        .toList();
  }
}
