package dev.countersign.bot.sync;

import dev.countersign.bot.chat.Subscriptions;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.modelrefs.git.log.NoticeRecord;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Map;

/**
 * What the channels were told already, as of one look. Saves finding out what nobody would be told;
 * that a message goes out once is for the claim to see to.
 */
public final class ToldNotices {
  private final Subscriptions subscriptions;
  private final Map<ModelEnvironment, List<NoticeRecord>> claimed;

  /**
   * @param claimed the notices of every line that is asked for
   */
  public ToldNotices(
      Subscriptions subscriptions, Map<ModelEnvironment, List<NoticeRecord>> claimed) {
    this.subscriptions = subscriptions;
    this.claimed = Map.copyOf(claimed);
  }

  /** Whether a channel wants to hear of an event that it was not told of yet. */
  public boolean isAwaited(ModelEnvironment line, NoticeKind kind, String key) {
    return subscriptions.of(line, kind).stream().anyMatch(channel -> !wasTold(line, channel, key));
  }

  /** Whether any channel was told of an event. */
  public boolean wasTold(ModelEnvironment line, String key) {
    return records(line).stream().anyMatch(record -> record.event().equals(key));
  }

  private boolean wasTold(ModelEnvironment line, String channel, String key) {
    return records(line).stream()
        .anyMatch(record -> record.event().equals(key) && record.channel().equals(channel));
  }

  private List<NoticeRecord> records(ModelEnvironment line) {
    return claimed.getOrDefault(line, List.of());
  }
}
