package dev.countersign.modelrefs.git.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas and the readers of the logs agree. */
class LogSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Chain<DeploymentRecord> DEPLOYMENTS =
      new Chain<>(LogFixtures.LINE, new DeploymentRecordCodec());
  private static final Chain<OutcomeRecord> OUTCOMES =
      new Chain<>(LogFixtures.LINE, new OutcomeCodec());

  static Stream<DeploymentRecord> records() {
    return Stream.concat(
        Stream.of(DeploymentOutcome.values()).map(o -> LogFixtures.deployment(2, o)),
        Stream.of(
            new HoldSet(2, "carol", "", LogFixtures.minute(1)),
            new HoldReleased("carol", "", new CommitId("c".repeat(40)), LogFixtures.minute(1)),
            new LogRebuilt(
                "dave", "lost", new CommitId("c".repeat(40)), 2, LogFixtures.minute(1))));
  }

  @ParameterizedTest
  @MethodSource("records")
  void acceptsEveryRecordOfADeployment(DeploymentRecord record) throws IOException {
    byte[] first = DEPLOYMENTS.append(new byte[0], record);
    byte[] second = DEPLOYMENTS.append(first, record);

    for (String line : new String(second, UTF_8).lines().toList()) {
      assertThat(validate("deployment-record-1", MAPPER.readTree(line))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(RunOutcome.class)
  void acceptsEveryOutcome(RunOutcome outcome) throws IOException {
    byte[] line = OUTCOMES.append(new byte[0], LogFixtures.outcome("run", outcome, 1, 2));

    assertThat(validate("outcome-record-1", MAPPER.readTree(line))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(NoticeRecord.Stage.class)
  void acceptsEveryStageOfANotice(NoticeRecord.Stage stage) throws IOException {
    Chain<NoticeRecord> notices = new Chain<>(LogFixtures.LINE, new NoticeCodec());
    byte[] line = notices.append(new byte[0], LogFixtures.notice(stage, "deployed/2", "writer-1"));

    assertThat(validate("notice-record-1", MAPPER.readTree(line))).isEmpty();
    assertThat(notices.read(line)).allMatch(LogEntry.Recorded.class::isInstance);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/schemaVersion | \"2.0\"",
        "/model | \"Diamonds\"",
        "/kind | \"deploy\"",
        "/previous | \"sha1:aa\"",
        "/target | \" \"",
        "/outcome | \"rolled-back\"",
        "/version | \"1.0\"",
        "/sequence | 0",
        "/highestSequence | \"2\"",
        "/commit | \"abc\"",
        "/blob | null",
        "/declared | \"sha256:AA\"",
        "/observed | {}",
        "/observed/means | \"guessed\"",
        "/mergeRequest/number | 0",
        "/mergeRequest/approvals | {}",
        "/mergeRequest/approvals/0/simulated | \"yes\"",
        "/mergeRequest/approvals/0/head | \"main\"",
        "/finishedAt | \"2026-05-03 14:00\"",
        "/message | 1"
      })
  void refusesADeployment_asTheReaderDoes(String pointer, String value) throws IOException {
    byte[] line =
        DEPLOYMENTS.append(new byte[0], LogFixtures.deployment(2, DeploymentOutcome.DEPLOYED));
    ObjectNode document = (ObjectNode) MAPPER.readTree(line);
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) document.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), MAPPER.readTree(value));

    List<LogEntry<DeploymentRecord>> read = DEPLOYMENTS.read(document.toString().getBytes(UTF_8));

    assertThat(validate("deployment-record-1", document)).isNotEmpty();
    assertThat(read).hasSize(1).allMatch(LogEntry.Unverifiable.class::isInstance);
  }

  private static Set<ValidationMessage> validate(String schema, JsonNode document)
      throws IOException {
    String resource = "/schemas/" + schema + ".json";
    try (InputStream in = LogSchemaTest.class.getResourceAsStream(resource)) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in).validate(document);
    }
  }
}
