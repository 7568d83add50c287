package dev.countersign.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.engine.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a step's process, and what it gets to see. */
class StepProcessIT {
  /** Starts a child of its own, notes both ids, and goes on for minutes. */
  private static final String LONG =
      """
      sleep 300 &
      echo $! $$ > "$1/pids.partial"
      mv "$1/pids.partial" "$1/pids"
      echo working
      wait
      """;

  @TempDir Path temp;
  private PipelineFixture fixture;

  @BeforeEach
  void layPipeline() throws IOException {
    fixture = new PipelineFixture(temp);
    fixture.parameters.put("shared", new Scalar.Text(temp.toString()));
  }

  @Test
  @DisplayName("Fault row 35, I13: a step sees the listed variables and no other")
  void seesNoVariableThatIsNotListed() throws IOException {
    fixture.environment.put("FORGE_TOKEN", "canary-5f2a");
    fixture.environment.put("LANG", "C.UTF-8");
    step("[env]", "environment: {pass: [PATH, LANG, HOME], set: {MODE: quick}}");
    fixture.run("run-1");

    assertThat(fixture.log("run-1", "train").lines())
        .containsExactlyInAnyOrder("PATH=" + System.getenv("PATH"), "LANG=C.UTF-8", "MODE=quick");
  }

  @Test
  @DisplayName("I9: no shell reads an argument")
  void getsArgumentsAsTheyAre() throws IOException {
    String text = "$(touch x); `id` && \"a b\" *\n${inputs.none}";
    fixture.parameters.put("shared", new Scalar.Text(text));
    step("[printf, \"%s\", \"${parameters.shared}\"]", "");
    fixture.run("run-1");

    assertThat(fixture.log("run-1", "train")).isEqualTo(text);
  }

  @Test
  void endsTheRunNamingTheStepAndTheLastLinesOfItsLog() throws IOException {
    fixture.write("train.sh", "seq 1 40\necho no convergence >&2\nexit 3\n");
    script("");

    CountersignException failure = failure(ErrorCode.TRAINING_FAILED);
    assertThat(failure.explanation())
        .contains("step \"train\" ended with exit code 3; its log", "  40\n  no convergence")
        .doesNotContain("  20\n");
    assertThat(fixture.bundle("run-1")).doesNotExist();
    assertThat(fixture.outcomes()).contains("train:failed");
  }

  @Test
  void takesExitCodeSevenForSomethingTheMachineLacks() throws IOException {
    fixture.write("train.sh", "echo install libgomp1\nexit 7\n");
    script("");

    assertThat(failure(ErrorCode.ENVIRONMENT_UNAVAILABLE).explanation())
        .contains("step \"train\" lacks something on this machine", "install libgomp1");
  }

  @Test
  void takesExitCode130ForAPersonWhoStoppedIt() throws IOException {
    fixture.write("train.sh", "exit 130\n");
    script("");

    assertThat(failure(ErrorCode.INTERRUPTED).explanation())
        .isEqualTo("step \"train\" was interrupted");
  }

  @Test
  void saysWhichProgramIsMissing_whereItIsNamed_andWhatHelps() throws IOException {
    step("[no-such-program-here]", "");

    CountersignException failure = failure(ErrorCode.CONFIGURATION_INVALID);
    assertThat(failure.explanation())
        .isEqualTo(
            "program \"no-such-program-here\" of step \"train\" was not found on this machine");
    assertThat(failure.problems())
        .singleElement()
        .asString()
        .contains("$.steps.train.argv[0]", "mend", "PATH");
  }

  @Test
  void failsAStepThatDoesNotWriteItsOutput() throws IOException {
    fixture.pipeline(
        """
        parameters: {shared: ""}
        steps:
          train:
            argv: ["true"]
            outputs: {model: model}
        """);

    assertThat(failure(ErrorCode.TRAINING_FAILED).explanation())
        .contains("step \"train\" ended without its output \"model\"");
  }

  @Test
  void triesAgainAsOftenAsTheStepAllows() throws IOException {
    fixture.write("train.sh", "test -e \"$1/tried\" || { touch \"$1/tried\"; exit 1; }\n");
    script("retries: 1");
    fixture.run("run-1");

    assertThat(fixture.events)
        .filteredOn(RunEvent.StepRetried.class::isInstance)
        .singleElement()
        .asString()
        .contains("step=train", "attempt=1", "exit code 1");
    assertThat(fixture.outcomes()).contains("train:succeeded");
  }

  @Test
  void givesUpAfterTheLastRetry() throws IOException {
    fixture.write("train.sh", "echo try >> \"$1/tries\"\nexit 1\n");
    script("retries: 2");

    failure(ErrorCode.TRAINING_FAILED);
    assertThat(temp.resolve("tries")).hasContent("try\ntry\ntry");
  }

  @Test
  void endsAStepWithItsChildren_whenItsTimeIsUp() throws IOException {
    fixture.write("train.sh", LONG);
    script("timeoutSeconds: 1");

    assertThat(failure(ErrorCode.TIMED_OUT).explanation())
        .contains("step \"train\" did not end within 1 s", "working");
    assertEnded();
  }

  @Test
  void endsAlsoAStepAndItsChildren_thatDoNotListenToSigterm() throws IOException {
    fixture.write("train.sh", "trap '' TERM\n" + LONG);
    script("timeoutSeconds: 1");

    failure(ErrorCode.TIMED_OUT);
    assertEnded();
  }

  @Test
  @DisplayName("Fault row 64: cancelled, a run leaves no process and no bundle")
  void leavesNoProcess_whenInterrupted() throws Exception {
    fixture.write("train.sh", LONG);
    script("");
    AtomicReference<Throwable> outcome = new AtomicReference<>();
    Thread run = new Thread(() -> outcome.set(catchThrowable(() -> fixture.run("run-1"))));
    run.start();
    await().until(() -> Files.exists(temp.resolve("pids")));
    run.interrupt();
    run.join(20_000);

    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    assertEnded();
    assertThat(fixture.bundle("run-1")).doesNotExist();
    assertThat(fixture.work.resolve("runs/run-1/scratch")).doesNotExist();
  }

  @Test
  @DisplayName("Fault row 64: a runner ended by a signal takes its steps with it")
  void leavesNoProcess_whenTheRunnerIsEndedByASignal() throws Exception {
    fixture.write("train.sh", LONG);
    script("");
    Process runner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunnerMain.class.getName(),
                temp.toString())
            .inheritIO()
            .start();
    await().until(() -> Files.exists(temp.resolve("pids")));
    runner.destroy();

    assertThat(runner.waitFor()).isNotZero();
    assertEnded();
  }

  @Test
  void endsTheOtherSteps_whenOneFails() throws IOException {
    fixture.write("train.sh", LONG);
    fixture.write("fail.sh", "until test -e \"$1/pids\"; do sleep 0.05; done\nexit 1\n");
    script(
        "",
        """
          other:
            argv: [sh, "${inputs.script}", "${parameters.shared}"]
            inputs: {script: "file:fail.sh"}
        """);

    assertThat(failure(ErrorCode.TRAINING_FAILED).explanation()).contains("step \"other\"");
    assertEnded();
  }

  @Test
  void runsStepsThatDoNotNeedEachOtherAtTheSameTime() throws IOException {
    fixture.write("train.sh", "touch \"$1/$2\"\nuntil test -e \"$1/$3\"; do sleep 0.02; done\n");
    fixture.pipeline(
        """
        parameters: {shared: ""}
        steps:
          left:
            argv: [sh, "${inputs.script}", "${parameters.shared}", left, right]
            inputs: {script: "file:train.sh"}
            timeoutSeconds: 30
          right:
            argv: [sh, "${inputs.script}", "${parameters.shared}", right, left]
            inputs: {script: "file:train.sh"}
            timeoutSeconds: 30
        """);
    fixture.run("run-1");

    assertThat(fixture.outcomes()).contains("left:succeeded", "right:succeeded");
  }

  private void step(String argv, String environment) throws IOException {
    fixture.pipeline(
        "parameters: {shared: \"\"}\n"
            + environment
            + "\nsteps:\n  train:\n    argv: "
            + argv
            + "\n");
  }

  private void script(String limits, String... others) throws IOException {
    fixture.pipeline(
        """
        parameters: {shared: ""}
        steps:
          train:
            argv: [sh, "${inputs.script}", "${parameters.shared}"]
            inputs: {script: "file:train.sh"}
        """
            + (limits.isEmpty() ? "" : "    " + limits + "\n")
            + String.join("", others));
  }

  private CountersignException failure(ErrorCode code) {
    CountersignException failure =
        catchThrowableOfType(CountersignException.class, () -> fixture.run("run-1"));
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(code);
    return failure;
  }

  private void assertEnded() throws IOException {
    List<Long> pids =
        List.of(Files.readString(temp.resolve("pids")).strip().split(" ")).stream()
            .map(Long::valueOf)
            .toList();
    assertThat(pids).hasSize(2);
    await()
        .untilAsserted(
            () ->
                assertThat(pids)
                    .noneMatch(
                        pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()));
  }
}
