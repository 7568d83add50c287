package dev.countersign.modelrefs.git.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a line, and what is not a line. */
class DeploymentLogFormatTest {
  private static final String HOLD =
      "{\"at\":\"2026-05-03T14:01:00Z\",\"by\":\"carol\",\"environment\":\"production\","
          + "\"kind\":\"hold\",\"model\":\"diamonds-price\",\"reason\":\"wait\","
          + "\"schemaVersion\":\"1.0\",\"sequence\":2}";

  private final Chain<DeploymentRecord> chain =
      new Chain<>(LogFixtures.LINE, new DeploymentRecordCodec());

  @Test
  void aLineIsCanonicalJson_andCarriesTheHashOfTheLineBefore() {
    byte[] one = chain.append(new byte[0], new HoldSet(2, "carol", "wait", LogFixtures.minute(1)));
    byte[] two =
        chain.append(
            one,
            new HoldReleased("dave", "go", new CommitId("c".repeat(40)), LogFixtures.minute(2)));
    String previous = Digest.of(HOLD.getBytes(StandardCharsets.UTF_8)).toString();

    assertThat(new String(two, StandardCharsets.UTF_8))
        .isEqualTo(
            HOLD
                + "\n{\"at\":\"2026-05-03T14:02:00Z\",\"by\":\"dave\","
                + "\"environment\":\"production\",\"kind\":\"release\","
                + "\"model\":\"diamonds-price\",\"previous\":\""
                + previous
                + "\",\"reason\":\"go\",\"schemaVersion\":\"1.0\",\"tip\":\"cccccccccccccccccccccccccccccccccccccccc\"}\n");
  }

  @Test
  void readsKeysOfALaterMinorVersion() {
    String later = HOLD.replace("\"1.0\"", "\"1.7\"").replace("{", "{\"added\":[1],");

    assertThat(read(later)).hasSize(1).allMatch(LogEntry.Recorded.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "not json",
        "{\"schemaVersion\":\"2.0\"}",
        "\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
      })
  void whatIsNoRecordIsUnverifiable_withAReason(String line) {
    List<LogEntry<DeploymentRecord>> entries = read(line);

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0))
        .isInstanceOfSatisfying(
            LogEntry.Unverifiable.class, entry -> assertThat(entry.reason()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sequence\":0",
        "\"sequence\":9007199254740993",
        "\"sequence\":2.5",
        "\"sequence\":\"2\"",
        "\"sequence\":2,\"sequence\":3",
        "\"sequence\":2,\"kind\":\"other\""
      })
  void aRecordWithAWrongValueIsUnverifiable(String sequence) {
    assertThat(read(HOLD.replace("\"sequence\":2", sequence)))
        .allMatch(LogEntry.Unverifiable.class::isInstance);
  }

  @Test
  void aRemovedLineBreaksTheLink() {
    byte[] file = new byte[0];
    for (int i = 1; i <= 4; i++) {
      file = chain.append(file, new HoldSet(i, "carol", "wait", LogFixtures.minute(i)));
    }
    String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);

    assertThat(read(String.join("\n", lines[0], lines[1], lines[3], "")))
        .extracting(entry -> entry instanceof LogEntry.Recorded)
        .containsExactly(true, false, false);
  }

  private List<LogEntry<DeploymentRecord>> read(String file) {
    return chain.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
