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
    CommitId head = listed.request().head();
    boolean fresh = !listed.changedAt().isBefore(since);
    switch (listed.request().state()) {
      case OPEN -> {
        if (fresh && awaitsApproval(line, rules, head)) {
          wanted.add(NoticeKind.APPROVED);
        }
        if (told.isAwaited(line, NoticeKind.STALE, ChatEvent.Stale.key(head))) {
          wanted.add(NoticeKind.STALE);
        }
      }
      case MERGED -> {
        if (fresh && awaitsApproval(line, rules, head)) {
          wanted.add(NoticeKind.APPROVED);
        }
      }
      case CLOSED -> {
        if (fresh && told.isAwaited(line, NoticeKind.REJECTED, ChatEvent.Rejected.key(head))) {
          wanted.add(NoticeKind.REJECTED);
        }
      }
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestQuestion(line, rules, listed, wanted));
  }

  private boolean awaitsApproval(ModelEnvironment line, EnvironmentConfig rules, CommitId head) {
    return rules.approvals() > 0
        && told.isAwaited(line, NoticeKind.APPROVED, ChatEvent.Approved.enough(head));
  }
}
