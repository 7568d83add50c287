package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.command.Commands;
import dev.countersign.bot.propose.ProposalOutcome;
import dev.countersign.ci.status.TargetState;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.ExitCode;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.git.log.DeploymentOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** The published schema knows every command and every word that a command can print. */
class CommandResultsSchemaTest {
  private static List<String> commands() {
    return Commands.all().stream()
        .map(command -> command.getClass().getAnnotation(Command.class).name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandsResultIsPublished(String command) {
    assertThat(ResultSchema.definition(command).isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandPrintsAUsageErrorAsData(String command) {
    CommandRun run = CommandRun.of(command, "--nonsense", "--output", "json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.data().at("/error/code").asText()).isEqualTo(ErrorCode.USAGE.label());
    assertThat(run.err())
        .contains("error usage (exit 2): ", "countersign %s --help".formatted(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandLeavesStandardOutputToData(String command) {
    CommandRun run = CommandRun.of(command, "--nonsense");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error usage (exit 2): ");
  }

  @Test
  void everyWordOfAnOutcomeIsPublished() {
    assertThat(words("proposalOutcome")).containsExactlyInAnyOrder(of(ProposalOutcome.values()));
    assertThat(words("verdict")).containsExactlyInAnyOrder(of(Verdict.values()));
    assertThat(words("gate/properties/outcome"))
        .containsExactlyInAnyOrder(of(GateOutcome.values()));
    assertThat(words("targetStatus/properties/state"))
        .containsExactlyInAnyOrder(of(TargetState.values()));
    assertThat(words("historyEntries/properties/entries/items/properties/outcome"))
        .containsExactlyInAnyOrder(of(DeploymentOutcome.values()));
    assertThat(words("exitCode"))
        .containsExactlyInAnyOrder(
            Arrays.stream(ExitCode.values())
                .map(exit -> Integer.toString(exit.number()))
                .toArray(String[]::new));
  }

  private static List<String> words(String definition) {
    JsonNode words = ResultSchema.definition(definition).path("enum");
    return StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String[] of(Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toArray(String[]::new);
  }
}
