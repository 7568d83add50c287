package dev.countersign.bot.chat.git;

import dev.countersign.bot.chat.NoticeClaims;
import dev.countersign.modelrefs.git.log.NoticeLog;
import dev.countersign.modelrefs.git.log.NoticeRecord;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.Optional;

/** Claims by appending to the notice log, on every forge alike. Not thread-safe, as the log. */
public final class GitNoticeClaims implements NoticeClaims {
  private final NoticeLog log;
  private final String writer;

  /**
   * @param writer an id that no other process has
   */
  public GitNoticeClaims(NoticeLog log, String writer) {
    this.log = log;
    this.writer = writer;
  }

  @Override
  public boolean claim(Claim claim) {
    return log.append(
        claim.line(), record(claim, NoticeRecord.Stage.CLAIMED, Optional.empty(), claim.at()));
  }

  @Override
  public void sent(Claim claim, String message, Instant at) {
    log.append(claim.line(), record(claim, NoticeRecord.Stage.SENT, Optional.of(message), at));
  }

  @Override
  public Optional<String> firstMessage(ModelEnvironment line, String channel, String thread) {
    return log.records(line).stream()
        .filter(record -> record.channel().equals(channel) && record.thread().equals(thread))
        .flatMap(record -> record.message().stream())
        .findFirst();
  }

  private NoticeRecord record(
      Claim claim, NoticeRecord.Stage stage, Optional<String> message, Instant at) {
    return new NoticeRecord(
        stage, claim.event(), claim.channel(), claim.thread(), writer, message, at);
  }
}
