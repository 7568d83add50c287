package dev.countersign.bot.chat.events;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.propose.ProposalOutline;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may become of a run, for a preview. */
public final class PossibleEvents {
  private static final CommitId HEAD = new CommitId("0".repeat(40));
  private static final String WHO = "an-approver";
  private static final String WHERE = "a-target";

  private PossibleEvents() {}

  /** One event of each kind, as this run would bring it about; names of people are made up. */
  public static List<ChatEvent> of(ProposalOutline outline, EnvironmentConfig rules, Instant now) {
    Promotion promotion = Promotion.of(outline.reference(), Optional.empty());
    RunInfo info = outline.reference().provenance().run();
    RunLink run = new RunLink(info.id(), info.uri());
    String who = rules.approvers().stream().findFirst().orElse(WHO);
    return List.of(
        new ChatEvent.Proposed(promotion, outline.summary(), run),
        new ChatEvent.Blocked(promotion, outline.summary(), run),
        new ChatEvent.Superseded(promotion, promotion),
        new ChatEvent.Approved(promotion, who, HEAD, 1, rules.approvals().total()),
        new ChatEvent.Rejected(promotion, who, "the reason they gave", HEAD, false),
        new ChatEvent.Stale(promotion, now, HEAD, rules.approvers(), Optional.empty()),
        new ChatEvent.RunFailed(promotion.line(), run, "what the step said"),
        new ChatEvent.Deployed(
            promotion, WHERE, outline.reference().artifact().digest(), List.of(who)),
        new ChatEvent.DeployFailed(
            promotion, Optional.of(WHERE), "not-approved", "what stopped it"),
        new ChatEvent.RolledBack(promotion, WHERE, "what was unhealthy"));
  }
}
