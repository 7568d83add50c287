package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.forge.local.Objection;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the local forge demands before it merges: no draft, and as many approvals of the present
 * head by nominated approvers as the configuration asks for. A courtesy to the person who merges;
 * what counts is decided again, from the records, before anything is deployed.
 */
final class BranchProtection implements MergeRule {
  private final Supplier<BotConfig> config;

  BranchProtection(Supplier<BotConfig> config) {
    this.config = config;
  }

  @Override
  public List<Objection> objections(MergeRequest request, Conversation conversation) {
    List<Objection> objections = new ArrayList<>();
    if (request.text().draft() && !waivedByAnApprover(request, conversation)) {
      objections.add(
          new Objection(
              ErrorCode.GATE_FAILED,
              "merge request %d is a draft, because a gate failed".formatted(request.number())));
    }
    environment(request)
        .flatMap(environment -> missing(environment, request, conversation))
        .ifPresent(objections::add);
    return objections;
  }

  private boolean waivedByAnApprover(MergeRequest request, Conversation conversation) {
    return environment(request)
        .map(EnvironmentConfig::approvers)
        .filter(
            approvers ->
                conversation.waivers().stream()
                    .anyMatch(
                        waiver ->
                            approvers.stream().anyMatch(waiver.by().login()::equalsIgnoreCase)))
        .isPresent();
  }

  private Optional<EnvironmentConfig> environment(MergeRequest request) {
    return ModelEnvironment.ofBranch(request.text().source())
        .flatMap(line -> config.get().line(line));
  }

  private static boolean isApprover(EnvironmentConfig environment, String login) {
    return environment.approvers().stream().anyMatch(login::equalsIgnoreCase);
  }

  private static Optional<Objection> missing(
      EnvironmentConfig environment, MergeRequest request, Conversation conversation) {
    long given =
        conversation.approvals().stream()
            .filter(approval -> approval.head().filter(request.head()::equals).isPresent())
            .map(approval -> approval.by().login())
            .filter(login -> isApprover(environment, login))
            .distinct()
            .count();
    return given >= environment.approvals()
        ? Optional.empty()
        : Optional.of(
            new Objection(
                ErrorCode.NOT_APPROVED,
                "%d of %d approvals are given; these people can give one: %s"
                    .formatted(
                        given,
                        environment.approvals(),
                        String.join(", ", environment.approvers()))));
  }
}
