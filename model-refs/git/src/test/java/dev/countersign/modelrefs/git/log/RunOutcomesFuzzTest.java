package dev.countersign.modelrefs.git.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any bytes offered as outcomes of runs, or as notices, are lines that verify or not")
class RunOutcomesFuzzTest extends FuzzContract {
  private static final Chain<OutcomeRecord> OUTCOMES =
      new Chain<>(LogFixtures.LINE, new OutcomeCodec());
  private static final Chain<NoticeRecord> NOTICES =
      new Chain<>(LogFixtures.LINE, new NoticeCodec());

  @Override
  protected List<byte[]> seeds() {
    byte[] outcomes =
        OUTCOMES.append(
            OUTCOMES.append(new byte[0], LogFixtures.outcome("r1", RunOutcome.PROPOSED, 1, 2)),
            LogFixtures.outcome("r2", RunOutcome.BLOCKED, 3, 2));
    byte[] notices =
        NOTICES.append(
            NOTICES.append(
                new byte[0], LogFixtures.notice(NoticeRecord.Stage.CLAIMED, "proposed", "w")),
            LogFixtures.notice(NoticeRecord.Stage.SENT, "proposed", "w"));
    return List.of(outcomes, notices);
  }

  @Override
  protected int mutations() {
    return 400;
  }

  @Override
  protected void check(byte[] input) {
    keeps(OUTCOMES, input, LogFixtures.outcome("r9", RunOutcome.PROPOSED, 9, 9));
    keeps(NOTICES, input, LogFixtures.notice(NoticeRecord.Stage.CLAIMED, "proposed", "x"));
  }

  private static <R> void keeps(Chain<R> chain, byte[] file, R next) {
    List<LogEntry<R>> entries = chain.read(file);
    List<LogEntry<R>> longer = chain.read(chain.append(file, next));

    assertThat(longer.subList(0, entries.size())).isEqualTo(entries);
    assertThat(longer).endsWith(new LogEntry.Recorded<>(entries.size() + 1, next));
  }
}
