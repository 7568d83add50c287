package dev.countersign.bot.sync;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Subscriptions;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.NoticeLog;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has become true of merge requests while nobody looked: approved, rejected, waiting in vain.
 * Reads only. What no channel waits to hear, what was told, and what has not changed for long costs
 * nothing but its place in the list. Not thread-safe, as its repository.
 */
public final class LateNotices {
  private final Tools tools;
  private final BotConfig config;

  /**
   * What late notices are found with.
   *
   * @param git with the protected branch fetched
   * @param tip of the protected branch
   */
  public record Tools(
      GitRepository git, Forge forge, RequestListing listing, Settings settings, CommitId tip) {}

  /**
   * @param config at the protected branch's tip
   */
  public LateNotices(Tools tools, BotConfig config) {
    this.tools = tools;
    this.config = config;
  }

  /** What was found, and what could not be found out. */
  public record Found(List<ChatEvent> events, List<Problem> problems) {
    public Found {
      events = List.copyOf(events);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Looks at all merge requests.
   *
   * @param changedWithin decisions about those that changed longer ago are not looked for; whether
   *     an open one waits in vain is, however old it is
   * @throws dev.countersign.modelrefs.error.CountersignException as the forge and the repository
   *     say; one merge request that cannot be read is a problem and stops no other
   */
  public Found find(Instant now, Duration changedWithin) {
    List<ModelEnvironment> lines = config.lines().stream().filter(this::isWatched).toList();
    if (lines.isEmpty()) {
      return new Found(List.of(), List.of());
    }
    Instant since = now.minus(changedWithin);
    ToldNotices told =
        new ToldNotices(new Subscriptions(config), new NoticeLog(tools.git()).records(lines));
    List<RequestQuestion> questions =
        new RequestQuestions(config, told, since).about(tools.listing().openOrChangedSince(since));
    return new RequestAnswers(tools, new Waiting(tools.git(), told, tools.tip(), now))
        .answer(questions);
  }

  private boolean isWatched(ModelEnvironment line) {
    Subscriptions subscriptions = new Subscriptions(config);
    return Stream.of(NoticeKind.APPROVED, NoticeKind.REJECTED, NoticeKind.STALE)
        .anyMatch(kind -> !subscriptions.of(line, kind).isEmpty());
  }
}
