package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessSettingsTest {
  private static final List<String> ARGV = List.of("/opt/app", "{port}");

  @Test
  void hasDefaults() {
    ProcessSettings settings =
        settings("process", ARGV, Map.of("port", "8080", "stateDir", "state"));

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.state()).isEqualTo(Path.of("state"));
    assertThat(settings.readyTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.environment()).isEmpty();
    assertThat(settings.store()).isEmpty();
  }

  @Test
  void readsWhatIsSet() {
    ProcessSettings settings =
        settings(
            "process",
            ARGV,
            Map.of(
                "host", "0.0.0.0",
                "port", "1",
                "stateDir", "/var/lib/diamonds",
                "readyTimeout", "2m",
                "drain", "500ms",
                "environment", "MODEL_CACHE, OMP_NUM_THREADS",
                "store", "/srv/models"));

    assertThat(settings.readyTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.drain()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.environment()).containsExactlyInAnyOrder("MODEL_CACHE", "OMP_NUM_THREADS");
    assertThat(settings.store()).isEqualTo("/srv/models");
    assertThat(settings.publicUri()).isEqualTo(URI.create("http://127.0.0.1:1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port         | 0     | port: "0" is not a port; write 1 to 65535
          port         | 65536 | port: "65536" is not a port; write 1 to 65535
          port         | http  | port: "http" is not a port; write 1 to 65535
          stateDir     | ''    | stateDir: "stateDir" is missing; name a folder
          readyTimeout | 30    | readyTimeout: "30" is not a duration; write 500ms, 30s or 2m
          drain        | -1s   | drain: "-1s" is not a duration; write 500ms, 30s or 2m
          sateDir      | x     | sateDir: unknown key "sateDir"; did you mean "stateDir"?
          """)
  void namesTheKeyTheValueAndWhatIsAllowed(String key, String value, String problem) {
    Map<String, String> settings = new HashMap<>(Map.of("port", "8080", "stateDir", "state"));
    settings.put(key, value);

    assertThat(problemsOf("process", ARGV, settings)).containsExactly(problem);
  }

  @Test
  void findsEveryProblemAtOnce() {
    assertThat(problemsOf("kubernetes", List.of(), Map.of()))
        .containsExactly(
            "kind: \"kubernetes\" is not \"process\"",
            "argv: is missing; name the program and its arguments",
            "port: \"\" is not a port; write 1 to 65535",
            "stateDir: \"stateDir\" is missing; name a folder");
  }

  @Test
  void refusesArgumentsThatWouldStayAsTheyAre() {
    assertThat(
            problemsOf(
                "process",
                List.of("app", "--reference={refrence}", "{home}"),
                Map.of("port", "1", "stateDir", "s")))
        .containsExactly(
            "argv: does not pass \"{port}\", the port the app is to listen on",
            "argv[1]: \"{refrence}\" is not a placeholder; did you mean \"reference\"?",
            "argv[2]: \"{home}\" is not a placeholder; there are digest, environment, java, model,"
                + " port, reference, stateDir, store, version");
  }

  private static ProcessSettings settings(
      String kind, List<String> argv, Map<String, String> settings) {
    return ProcessSettings.of(new TargetSpec("local", kind, argv, settings));
  }

  private static List<String> problemsOf(
      String kind, List<String> argv, Map<String, String> settings) {
    List<String> problems = new ArrayList<>();
    assertThatThrownBy(() -> settings(kind, argv, settings))
        .hasMessage("target \"local\" is not valid")
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
              e.problems().stream().map(Problem::toString).forEach(problems::add);
            });
    return problems;
  }
}
