package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPageTest {
  private final CountersignException failure =
      new CountersignException(
          ErrorCode.CONFIGURATION_INVALID,
          "\"countersign.yaml\" has 2 problems",
          List.of(
              new Problem("$.models", "is required"),
              new Problem("$", "unknown key \"modles\"; did you mean \"models\"?")));

  @Test
  void saysToPeople_whatHappenedWhereAndWhatHelps() {
    assertThat(ErrorPage.text(failure, "countersign validate").lines())
        .containsExactly(
            "error configuration-invalid (exit 2): \"countersign.yaml\" has 2 problems",
            "  - $.models: is required",
            "  - $: unknown key \"modles\"; did you mean \"models\"?",
            "  what helps: mend the file named; countersign validate FILE checks it alone",
            "  re-running: safe, but the result will be the same until this is mended");
  }

  @Test
  void saysToPrograms_theSame() {
    JsonNode error = ErrorPage.json(failure, "countersign validate").path("error");

    assertThat(error.path("code").asText()).isEqualTo("configuration-invalid");
    assertThat(error.path("exitCode").asInt()).isEqualTo(2);
    assertThat(error.path("fault").asText()).isEqualTo("user");
    assertThat(error.path("message").asText()).isEqualTo("\"countersign.yaml\" has 2 problems");
    assertThat(error.path("problems"))
        .extracting(problem -> problem.path("path").asText())
        .containsExactly("$.models", "$");
    assertThat(error.path("remedy").asText()).startsWith("mend the file named");
    assertThat(error.path("rerun").asText()).startsWith("safe");
  }

  @Test
  void saysAProblemOnce_thatTheHeadlineSaysAlready() {
    Problem problem = new Problem("rows.csv line 1", "a column is missing");
    CountersignException told =
        new CountersignException(
            ErrorCode.INPUT_INVALID, "\"rows.csv\" is not valid: " + problem, List.of(problem));

    assertThat(ErrorPage.text(told, "countersign bundle")).containsOnlyOnce("a column is missing");
    assertThat(ErrorPage.json(told, "countersign bundle").at("/error/problems")).hasSize(1);
  }

  @Test
  void namesTheCommandThatRan() {
    CountersignException wrong = new CountersignException(ErrorCode.USAGE, "which run?");

    assertThat(ErrorPage.text(wrong, "countersign propose"))
        .contains("what helps: countersign propose --help shows what the command takes");
    assertThat(ErrorPage.json(wrong, "countersign propose").at("/error/remedy").asText())
        .startsWith("countersign propose --help");
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasARemedy_inOneSentenceWithoutClassNames(ErrorCode code) {
    Remedy remedy = Remedy.of(code);

    assertThat(remedy.advice())
        .isNotBlank()
        .doesNotContain("!", "dev.countersign", "Exception")
        .doesNotEndWith(".");
    assertThat(remedy.rerun()).startsWith("safe");
  }
}
