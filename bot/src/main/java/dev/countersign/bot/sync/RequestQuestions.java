package dev.countersign.bot.sync;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.forge.ListedRequest;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which merge requests are worth a closer look. Pure: what nobody waits to hear, what was told, and
 * what has not changed for long, costs no request.
 */
final class RequestQuestions {
  private final BotConfig config;
  private final ToldNotices told;
  private final Instant since;

  /**
   * @param since decisions before this time are not looked for
   */
  RequestQuestions(BotConfig config, ToldNotices told, Instant since) {
    this.config = config;
    this.told = told;
    this.since = since;
  }

  /** What to find out, in the order of the list. */
  List<RequestQuestion> about(List<ListedRequest> requests) {
    return requests.stream().flatMap(listed -> about(listed).stream()).toList();
  }

  private Optional<RequestQuestion> about(ListedRequest listed) {
    return ModelEnvironment.ofBranch(listed.request().text().source())
        .flatMap(line -> config.line(line).flatMap(rules -> about(line, rules, listed)));
  }

  private Optional<RequestQuestion> about(
      ModelEnvironment line, EnvironmentConfig rules, ListedRequest listed) {
    Set<NoticeKind> wanted = EnumSet.noneOf(NoticeKind.class);
    for (NoticeKind kind : possible(listed)) {
      if (isAwaited(kind, line, rules, listed.request().head())) {
        wanted.add(kind);
      }
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestQuestion(line, rules, listed, wanted));
  }

  /** What may be news of it. */
  private Set<NoticeKind> possible(ListedRequest listed) {
    boolean fresh = !listed.changedAt().isBefore(since);
    return switch (listed.request().state()) {
      case OPEN ->
          fresh ? EnumSet.of(NoticeKind.APPROVED, NoticeKind.STALE) : EnumSet.of(NoticeKind.STALE);
      case MERGED -> fresh ? EnumSet.of(NoticeKind.APPROVED) : EnumSet.noneOf(NoticeKind.class);
      case CLOSED -> fresh ? EnumSet.of(NoticeKind.REJECTED) : EnumSet.noneOf(NoticeKind.class);
    };
  }

  /** Where no approval is asked for, none is news. */
  private boolean isAwaited(
      NoticeKind kind, ModelEnvironment line, EnvironmentConfig rules, CommitId head) {
    return switch (kind) {
      case APPROVED ->
          rules.approvals().total() > 0
              && told.isAwaited(line, kind, ChatEvent.Approved.enough(head));
      case STALE -> told.isAwaited(line, kind, ChatEvent.Stale.key(head));
      case REJECTED -> told.isAwaited(line, kind, ChatEvent.Rejected.key(head));
      default -> false;
    };
  }
}
