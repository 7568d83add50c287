package dev.countersign.bot.wiring;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/** What people decided about a merge request, as events for the chat. */
public final class DecisionEvents {
  private final Session session;

  /** In an open session. */
  public DecisionEvents(Session session) {
    this.session = session;
  }

  /** That somebody approved; nothing if their approval does not count. */
  public List<ChatEvent> approved(MergeRequest request, String by) {
    return promotion(request)
        .flatMap(
            promotion ->
                environment(promotion).map(rules -> approved(request, by, promotion, rules)))
        .filter(event -> isApprover(environment(event.promotion()), by))
        .stream()
        .<ChatEvent>map(event -> event)
        .toList();
  }

  /** That somebody closed the merge request, which rejects its artifact. */
  public List<ChatEvent> rejected(MergeRequest request, String by, String reason) {
    return promotion(request)
        .<ChatEvent>map(promotion -> new ChatEvent.Rejected(promotion, by, reason, request.head()))
        .stream()
        .toList();
  }

  private ChatEvent.Approved approved(
      MergeRequest request, String by, Promotion promotion, EnvironmentConfig rules) {
    long counted =
        session.forge().conversation(request.number()).approvals().stream()
            .filter(approval -> approval.head().filter(request.head()::equals).isPresent())
            .map(approval -> approval.by().login())
            .filter(login -> isApprover(Optional.of(rules), login))
            .distinct()
            .count();
    return new ChatEvent.Approved(promotion, by, request.head(), (int) counted, rules.approvals());
  }

  private static boolean isApprover(Optional<EnvironmentConfig> rules, String login) {
    return rules.map(EnvironmentConfig::approvers).orElse(List.of()).stream()
        .anyMatch(login::equalsIgnoreCase);
  }

  private Optional<EnvironmentConfig> environment(Promotion promotion) {
    return session.config().line(promotion.line());
  }

  private Optional<Promotion> promotion(MergeRequest request) {
    return ModelEnvironment.ofBranch(request.text().source())
        .flatMap(line -> new ReferenceHistory(session.git()).at(request.head(), line).document())
        .map(ReferenceDocument::reference)
        .map(reference -> Promotion.of(reference, Optional.of(ChatEvents.request(request))));
  }
}
