package dev.countersign.bot.chat.events;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.propose.Proposal;
import dev.countersign.bot.propose.ProposalOutcome;
import dev.countersign.bot.propose.ProposalOutline;
import dev.countersign.bot.propose.ProposalPlan;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What proposing comes to, as events for the chat. */
public final class ProposalEvents {
  private ProposalEvents() {}

  /** The events of a proposal; none if nothing became of the run that people wait for. */
  public static List<ChatEvent> of(Proposal proposal, ProposalOutline outline) {
    Promotion promotion =
        Promotion.of(outline.reference(), proposal.request().map(ProposalEvents::request));
    RunInfo run = outline.reference().provenance().run();
    RunLink link = new RunLink(run.id(), run.uri());
    List<ChatEvent> events = new ArrayList<>();
    superseded(proposal)
        .map(
            before ->
                new ChatEvent.Superseded(promotion, Promotion.of(before, promotion.request())))
        .ifPresent(events::add);
    if (proposal.plan().outcome() == ProposalOutcome.PROPOSED) {
      events.add(new ChatEvent.Proposed(promotion, outline.summary(), link));
    } else if (proposal.plan().outcome() == ProposalOutcome.BLOCKED) {
      events.add(new ChatEvent.Blocked(promotion, outline.summary(), link));
    }
    return List.copyOf(events);
  }

  /**
   * The events of a rollback that is proposed.
   *
   * @param tip of the protected branch, which holds what it goes back from
   */
  public static List<ChatEvent> ofRollback(
      Proposal proposal, BotConfig config, GitRepository git, CommitId tip) {
    Optional<ModelReference> withdrawn =
        new ReferenceHistory(git)
            .at(tip, proposal.plan().line())
            .document()
            .map(ReferenceDocument::reference);
    return config.line(proposal.plan().line()).stream()
        .flatMap(
            rules ->
                proposal.plan().promotion().stream()
                    .map(promotion -> ProposalOutline.ofRollback(rules, promotion, withdrawn)))
        .flatMap(outline -> of(proposal, outline).stream())
        .toList();
  }

  static Promotion.Request request(MergeRequest request) {
    return new Promotion.Request(request.number(), request.url());
  }

  private static Optional<ModelReference> superseded(Proposal proposal) {
    return proposal.plan().promotion().flatMap(ProposalPlan.Promotion::supersedes);
  }
}
