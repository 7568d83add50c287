package dev.countersign.bot.sync;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.events.DecisionEvents;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks closer at the merge requests that are worth it. Not thread-safe, as its repository. */
final class RequestAnswers {
  private static final String HEADS = "refs/heads/";

  /** What will fail for every other merge request too. */
  private static final Set<ErrorCode> HOPELESS =
      EnumSet.of(ErrorCode.REMOTE_UNAVAILABLE, ErrorCode.ACCESS_DENIED);

  private final LateNotices.Tools tools;
  private final Waiting waiting;
  private final Map<String, List<MergeRequest>> ended = new HashMap<>();

  RequestAnswers(LateNotices.Tools tools, Waiting waiting) {
    this.tools = tools;
    this.waiting = waiting;
  }

  /** Answers questions in their order; a merge request that cannot be read stops no other. */
  LateNotices.Found answer(List<RequestQuestion> questions) {
    List<ChatEvent> events = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (RequestQuestion question : askable(questions)) {
      try {
        events.addAll(answer(question));
      } catch (RuntimeException e) {
        Problem problem = Problem.of("merge request " + question.request().number(), e);
        problems.add(problem);
        if (HOPELESS.contains(problem.failure().code())) {
          break;
        }
      }
    }
    return new LateNotices.Found(events, problems);
  }

  /**
   * Brings the heads of what is open; a branch that moved after it was listed is left for later.
   */
  private List<RequestQuestion> askable(List<RequestQuestion> questions) {
    List<String> branches =
        questions.stream()
            .filter(RequestAnswers::isOpen)
            .map(question -> HEADS + question.line().branch())
            .distinct()
            .toList();
    Map<String, CommitId> tips = branches.isEmpty() ? Map.of() : tools.git().fetch(branches);
    return questions.stream()
        .filter(
            question ->
                !isOpen(question)
                    || question.request().head().equals(tips.get(HEADS + question.line().branch())))
        .toList();
  }

  private List<ChatEvent> answer(RequestQuestion question) {
    return switch (question.request().state()) {
      case OPEN -> open(question);
      case MERGED -> merged(question);
      case CLOSED -> closed(question);
    };
  }

  private List<ChatEvent> open(RequestQuestion question) {
    DecisionEvents decisions = decisionsOn(tools.tip());
    Optional<JudgedRequest> judged =
        question.wants(NoticeKind.APPROVED)
            ? decisions.judged(question.request())
            : Optional.empty();
    List<ChatEvent> events = new ArrayList<>();
    judged.flatMap(found -> decisions.agreed(question.request(), found)).ifPresent(events::add);
    if (question.wants(NoticeKind.STALE)) {
      waiting
          .inVain(question, () -> judged.or(() -> decisions.judged(question.request())))
          .ifPresent(events::add);
    }
    return events;
  }

  /** Approved and merged before anybody looked: judged on the branch as it was before the merge. */
  private List<ChatEvent> merged(RequestQuestion question) {
    CommitId merge = question.request().mergeCommit().orElseThrow();
    return tools.forge().bringing(merge).stream()
        .filter(request -> request.number() == question.request().number())
        .flatMap(request -> agreed(request, merge).stream())
        .toList();
  }

  private Optional<ChatEvent> agreed(MergeRequest request, CommitId merge) {
    return before(merge)
        .map(this::decisionsOn)
        .flatMap(
            decisions ->
                decisions.judged(request).flatMap(judged -> decisions.agreed(request, judged)));
  }

  private List<ChatEvent> closed(RequestQuestion question) {
    DecisionEvents decisions = decisionsOn(tools.tip());
    return ended.computeIfAbsent(question.line().branch(), tools.forge()::of).stream()
        .filter(request -> request.number() == question.request().number())
        .filter(request -> request.state() == MergeRequest.State.CLOSED)
        .flatMap(
            request ->
                request.ended().stream()
                    .filter(MergeRequest.Ending::byPerson)
                    .flatMap(
                        ending -> decisions.rejected(request, ending.by().login(), "").stream()))
        .toList();
  }

  private Optional<CommitId> before(CommitId merge) {
    LogQuery one = new LogQuery(merge, Optional.empty(), Optional.empty(), true, 1);
    return tools.git().log(one).stream().flatMap(commit -> commit.parents().stream()).findFirst();
  }

  private DecisionEvents decisionsOn(CommitId tip) {
    return new DecisionEvents(tools.git(), tools.forge(), tools.settings(), tip);
  }

  private static boolean isOpen(RequestQuestion question) {
    return question.request().state() == MergeRequest.State.OPEN;
  }
}
