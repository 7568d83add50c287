package dev.countersign.modelrefs.git.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.testing.fuzz.FuzzContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as a deployment log are lines that verify and lines that do not")
class DeploymentLogFuzzTest extends FuzzContract {
  private static final CommitId TIP = new CommitId("c".repeat(40));
  private static final Chain<DeploymentRecord> CHAIN =
      new Chain<>(LogFixtures.LINE, new DeploymentRecordCodec());

  @Override
  protected List<byte[]> seeds() {
    byte[] short1 =
        file(
            LogFixtures.deployment(1, DeploymentOutcome.DEPLOYED),
            LogFixtures.deployment(2, DeploymentOutcome.DEPLOYED));
    byte[] acts =
        file(
            new HoldSet(2, "alice", "stock-taking", LogFixtures.minute(3)),
            new HoldReleased("alice", "done", TIP, LogFixtures.minute(4)),
            new LogRebuilt("bob", "branch was lost", TIP, 2, LogFixtures.minute(5)));
    return List.of(short1, acts, new byte[0]);
  }

  private static byte[] file(DeploymentRecord... records) {
    byte[] file = {};
    for (DeploymentRecord record : records) {
      file = CHAIN.append(file, record);
    }
    return file;
  }

  @Override
  protected List<String> words() {
    return List.of("\n", "hold", "release", "rebuild", "previous", "sha256:" + "0".repeat(64));
  }

  @Override
  protected int mutations() {
    return 400;
  }

  @Override
  protected void check(byte[] input) {
    List<LogEntry<DeploymentRecord>> entries = CHAIN.read(input);

    assertThat(entries).hasSize(new LogLines(input).all().size());
    DeploymentRecord next = LogFixtures.deployment(9, DeploymentOutcome.DEPLOYED);
    List<LogEntry<DeploymentRecord>> longer = CHAIN.read(CHAIN.append(input, next));
    assertThat(longer.subList(0, entries.size())).isEqualTo(entries);
    assertThat(longer.subList(entries.size(), longer.size()))
        .containsExactly(new LogEntry.Recorded<>(entries.size() + 1, next));
    writesTheSameAgain(Entries.recorded(entries));
  }

  private static void writesTheSameAgain(List<DeploymentRecord> records) {
    byte[] written = file(records.toArray(DeploymentRecord[]::new));
    assertThat(Entries.recorded(CHAIN.read(written))).isEqualTo(records);
  }
}
