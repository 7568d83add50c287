package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A run of {@code doctor}, and what it found. */
record DoctorRun(CommandRun run) {
  static DoctorRun of(Map<String, String> environment, List<String> options) {
    List<String> all = new ArrayList<>(List.of("doctor", "--output", "json"));
    all.addAll(options);
    return new DoctorRun(CommandRun.of(environment, all.toArray(String[]::new)));
  }

  int exitCode() {
    return run.exitCode();
  }

  /** The findings of a level, as {@code subject: what}. */
  List<String> found(String level) {
    return findings()
        .filter(each -> each.path("level").asText().equals(level))
        .map(each -> each.path("subject").asText() + ": " + each.path("what").asText())
        .toList();
  }

  /** What helps against the one finding about a subject that is not well. */
  String fix(String subject) {
    List<String> fixes =
        findings()
            .filter(each -> each.path("subject").asText().equals(subject) && each.has("fix"))
            .map(each -> each.path("fix").asText())
            .toList();
    assertThat(fixes).as(run::toString).hasSize(1);
    return fixes.get(0);
  }

  private java.util.stream.Stream<JsonNode> findings() {
    return StreamSupport.stream(run.data().path("findings").spliterator(), false);
  }

  @Override
  public String toString() {
    return run.toString();
  }
}
