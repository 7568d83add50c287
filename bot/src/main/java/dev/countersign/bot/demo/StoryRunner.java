package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.demo.CommandRunner.Outcome;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the story step by step with the commands that everybody uses, and records each. */
final class StoryRunner {
  static final String LINE = "diamonds-price/production";

  private final DemoFiles files;
  private final CommandRunner commands;
  private final Narrator narrator;
  private final Reviewer reviewer;
  private final List<StepRecord> steps = new ArrayList<>();
  private final List<DemoDeployment> deployments = new ArrayList<>();

  StoryRunner(DemoFiles files, CommandRunner commands, Narrator narrator, Reviewer reviewer) {
    this.files = files;
    this.commands = commands;
    this.narrator = narrator;
    this.reviewer = reviewer;
  }

  /** Every step so far, in order. */
  List<StepRecord> steps() {
    return List.copyOf(steps);
  }

  /** Every successful deployment so far, in order. */
  List<DemoDeployment> deployments() {
    return List.copyOf(deployments);
  }

  Narrator narrator() {
    return narrator;
  }

  /** Trains and leaves a run bundle. */
  void train(String name, String pipeline, String... parameters) {
    List<String> arguments = new ArrayList<>(List.of("run", pipeline, "--as", "alice"));
    for (String parameter : parameters) {
      arguments.addAll(List.of("-p", parameter));
    }
    arguments.addAll(List.of("--run-id", name, "--to", files.run(name).toString()));
    arguments.addAll(List.of("--work", files.root().resolve("work").toString()));
    step("train " + name, 0, arguments, data -> "the run left its evidence");
  }

  /** Proposes a run and says what the evidence says of it. */
  JsonNode propose(String name, int expectedExit) {
    Outcome outcome =
        step(
            "propose " + name,
            expectedExit,
            List.of("propose", files.run(name).toString()),
            data -> verdict(data.at("/proposals/0")));
    return outcome.data().at("/proposals/0");
  }

  /** Proposes to go back. */
  JsonNode rollBack(String version, String reason) {
    return step(
            "propose the rollback",
            0,
            List.of("rollback", LINE, "--to", version, "--reason", reason, "--as", "alice"),
            data -> data.path("reason").asText())
        .data();
  }

  /** A person looks at the open merge request and countersigns it. */
  CommitId countersign(JsonNode proposal) {
    long number = proposal.at("/mergeRequest/number").asLong();
    CommitId merged = reviewer.countersign(number, this);
    narrator.say("merged as " + merged.shortHex());
    return merged;
  }

  /** The CI job: a process of its own that is given nothing but the commit. */
  Outcome deploy(CommitId commit, int expectedExit, String name) {
    List<String> arguments = List.of("deploy", "--commit", commit.hex());
    Outcome outcome =
        run(name, expectedExit, arguments, true, data -> explained(data.path("outcomes")));
    outcome.data().path("outcomes").forEach(this::keepDeployment);
    return outcome;
  }

  /** Runs a command and shows it; what it came to is kept. */
  Outcome step(String name, int expectedExit, List<String> arguments, Summary summary) {
    return run(name, expectedExit, arguments, false, summary);
  }

  /** Says in a few words what a command came to. */
  @FunctionalInterface
  interface Summary {
    String of(JsonNode data);
  }

  private Outcome run(
      String name, int expectedExit, List<String> arguments, boolean apart, Summary summary) {
    narrator.command(shown(arguments));
    long start = System.nanoTime();
    Outcome outcome = apart ? commands.apart(arguments) : commands.here(arguments);
    String words =
        outcome.exitCode() == expectedExit
            ? summary.of(outcome.data())
            : "exit %d was expected, not %d: %s"
                .formatted(
                    expectedExit,
                    outcome.exitCode(),
                    outcome.data().path("error").path("code").asText("no error"));
    StepRecord record = new StepRecord(name, words, outcome.exitCode());
    steps.add(record);
    narrator.ended(record, (System.nanoTime() - start) / 1e9);
    if (outcome.exitCode() != expectedExit) {
      throw failure(name, words, outcome.data().path("error"));
    }
    return outcome;
  }

  /** The step's own error, if it had one: the demo then ends with the same exit code. */
  private static CountersignException failure(String name, String words, JsonNode error) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.label().equals(error.path("code").asText()))
        .findFirst()
        .map(
            code ->
                new CountersignException(
                    code, "step \"%s\": %s".formatted(name, error.path("message").asText())))
        .orElseGet(
            () ->
                new CountersignException(
                    ErrorCode.BUG,
                    "step \"%s\" did not end as it should: %s".formatted(name, words)));
  }

  private List<String> shown(List<String> arguments) {
    return arguments.stream().map(argument -> argument.replace(files.root() + "/", "")).toList();
  }

  private static String verdict(JsonNode proposal) {
    List<String> blocked = new ArrayList<>();
    proposal
        .path("gates")
        .forEach(
            gate -> {
              if (gate.path("outcome").asText().equals("failed")) {
                blocked.add(gate.path("id").asText() + " (" + gate.path("reason").asText() + ")");
              }
            });
    String words =
        "%s: %s".formatted(proposal.path("version").asText(), proposal.path("verdict").asText());
    return blocked.isEmpty() ? words : words + "; blocked by " + String.join(", ", blocked);
  }

  private static String explained(JsonNode outcomes) {
    List<String> all = new ArrayList<>();
    outcomes.forEach(outcome -> all.add(outcome.path("explanation").asText()));
    return String.join("; ", all);
  }

  private void keepDeployment(JsonNode outcome) {
    if (outcome.path("outcome").asText().equals("deployed")) {
      List<String> by = new ArrayList<>();
      outcome.path("approvedBy").forEach(login -> by.add(login.asText()));
      deployments.add(
          new DemoDeployment(
              outcome.path("version").asText(),
              outcome.path("declaredDigest").asText(),
              outcome.path("observedDigest").asText(),
              by));
    }
  }
}
