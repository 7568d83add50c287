package dev.countersign.bot.chat.events;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.chat.Promotion;
import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.ApprovedRequest;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;

/** What a deploy came to, as events for the chat. */
public final class DeployEvents {
  private final GitRepository git;

  /**
   * @param git where the references and the deployment log are
   */
  public DeployEvents(GitRepository git) {
    this.git = git;
  }

  /** The events of a report; what was so already is none. */
  public List<ChatEvent> of(DeployReport report) {
    return report.outcomes().stream()
        .flatMap(outcome -> event(outcome, report.commit()).stream())
        .toList();
  }

  private Optional<ChatEvent> event(DeployOutcome outcome, CommitId commit) {
    if (outcome instanceof DeployOutcome.Deployed deployed) {
      return Optional.of(
          new ChatEvent.Deployed(
              promotion(outcome.line(), deployed.commit()),
              deployed.place().target(),
              deployed.observed(),
              deployed.approvedBy()));
    } else if (outcome instanceof DeployOutcome.PutBack back) {
      return Optional.of(
          new ChatEvent.RolledBack(
              promotion(outcome.line(), commit), back.place().target(), outcome.explanation()));
    } else if (outcome instanceof DeployOutcome.Stopped stopped) {
      return Optional.of(stopped(stopped, promotion(outcome.line(), commit)));
    }
    return Optional.empty();
  }

  private static ChatEvent stopped(DeployOutcome.Stopped stopped, Promotion promotion) {
    return stopped.why() == ErrorCode.DEPLOYMENT_UNHEALTHY && stopped.target().isPresent()
        ? new ChatEvent.RolledBack(promotion, stopped.target().get(), stopped.reason())
        : new ChatEvent.DeployFailed(
            promotion, stopped.target(), stopped.why().label(), stopped.reason());
  }

  private Promotion promotion(ModelEnvironment line, CommitId commit) {
    Optional<ModelReference> reference =
        new ReferenceHistory(git).at(commit, line).document().map(ReferenceDocument::reference);
    return reference
        .map(found -> Promotion.of(found, request(found)))
        .orElseGet(() -> Promotion.unreadable(line));
  }

  /** As the deployment log has it. */
  private Optional<Promotion.Request> request(ModelReference reference) {
    return new DeploymentLog(git)
        .read(reference.line()).deployments().stream()
            .filter(each -> each.release().sequence() == reference.sequence())
            .flatMap(each -> each.request().stream())
            .reduce((earlier, later) -> later)
            .map(DeployEvents::request);
  }

  private static Promotion.Request request(ApprovedRequest request) {
    return new Promotion.Request(request.number(), request.url());
  }
}
