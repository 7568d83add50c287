package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEventTest {
  private static final Instant AT = Instant.parse("2026-05-03T14:00:00Z");
  private static final Identity ALICE = new Identity("alice", Optional.empty());
  private static final CommitId HEAD = new CommitId("a".repeat(40));
  private static final Heading HEADING = new Heading("main", "Promote \"1\"", List.of("ml"), true);
  private static final String HEADING_JSON =
      "{\"draft\":true,\"labels\":[\"ml\"],\"target\":\"main\",\"title\":\"Promote \\\"1\\\"\"}";

  static Stream<Arguments> lines() {
    String at = "{\"at\":\"2026-05-03T14:00:00Z\",";
    String by = at + "\"by\":\"alice\",";
    String head = "\"head\":\"" + HEAD + "\"";
    return Stream.of(
        Arguments.of(
            new LocalEvent.Opened(AT, ALICE, "b", HEADING),
            by
                + "\"event\":\"opened\",\"heading\":"
                + HEADING_JSON
                + ",\"schemaVersion\":\"1.0\",\"source\":\"b\"}\n"),
        Arguments.of(
            new LocalEvent.HeadChanged(AT, HEAD), at + "\"event\":\"headChanged\"," + head + "}\n"),
        Arguments.of(
            new LocalEvent.Edited(AT, ALICE, HEADING),
            by + "\"event\":\"edited\",\"heading\":" + HEADING_JSON + "}\n"),
        Arguments.of(
            new LocalEvent.Approved(AT, ALICE, HEAD, false, true),
            by
                + "\"event\":\"approved\","
                + head
                + ",\"namesChecksum\":true,\"simulated\":false}\n"),
        Arguments.of(
            new LocalEvent.Approved(AT, ALICE, HEAD, true),
            by + "\"event\":\"approved\"," + head + ",\"simulated\":true}\n"),
        Arguments.of(
            new LocalEvent.Waived(AT, ALICE, "g", new Digest("b".repeat(64)), "why"),
            "{\"artifactDigest\":\"sha256:"
                + "b".repeat(64)
                + "\","
                + by.substring(1)
                + "\"event\":\"waived\",\"gate\":\"g\",\"reason\":\"why\"}\n"),
        Arguments.of(
            new LocalEvent.Closed(AT, ALICE, true, "no"),
            by.replace("\"by\":\"alice\",", "\"by\":\"alice\",\"byPerson\":true,")
                + "\"event\":\"closed\",\"reason\":\"no\"}\n"),
        Arguments.of(new LocalEvent.Reopened(AT, ALICE), by + "\"event\":\"reopened\"}\n"),
        Arguments.of(
            new LocalEvent.Merged(AT, ALICE, HEAD),
            by + "\"event\":\"merged\",\"mergeCommit\":\"" + HEAD + "\"}\n"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isOneLineOfCanonicalJson(LocalEvent event, String line) {
    assertThat(LocalEventWriter.line(event)).isEqualTo(line);
    assertThat(LocalEventReader.read(line.strip(), "line")).isEqualTo(event);
  }

  @Test
  void passesOverKeysOfALaterMinorVersion() {
    String line = LocalEventWriter.line(new LocalEvent.Reopened(AT, ALICE)).strip();

    assertThat(LocalEventReader.read("{\"new\":1," + line.substring(1), "line"))
        .isEqualTo(new LocalEvent.Reopened(AT, ALICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":\"2026-05-03T14:00:00Z\",\"by\":\"alice\",\"event\":\"exploded\"}",
        "{\"at\":\"yesterday\",\"by\":\"alice\",\"event\":\"reopened\"}",
        "{\"at\":\"2026-05-03T14:00:00Z\",\"by\":\"<script>\",\"event\":\"reopened\"}",
        "{\"at\":\"2026-05-03T14:00:00Z\",\"event\":\"headChanged\",\"head\":\"abc\"}",
        "[]",
        "{\"event\":",
        "<html>"
      })
  void refusesWhatIsNoEvent(String line) {
    assertThatThrownBy(() -> LocalEventReader.read(line, "refs/countersign/mr/7 events.jsonl:2"))
        .isInstanceOfSatisfying(
            CountersignException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
        .hasMessageContaining("refs/countersign/mr/7 events.jsonl:2");
  }
}
