package dev.countersign.bot.propose;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.review.Pictures;
import dev.countersign.bot.review.ReviewSummary;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.List;
import java.util.Optional;

/**
 * What a run comes to in an environment, in few words.
 *
 * @param reference as it is, or would be, proposed
 */
public record ProposalOutline(ModelReference reference, ReviewSummary summary) {
  /** The outline of a promotion that is, or would be, proposed. */
  static ProposalOutline of(
      EnvironmentConfig environment, ProposalPlan.Promotion promotion, ReviewContext context) {
    return new ProposalOutline(
        promotion.reference(),
        ReviewSummary.of(
            new MergeRequestWriter(environment).input(promotion, context, Pictures.NONE)));
  }

  /**
   * The outline of a rollback.
   *
   * @param withdrawn what it goes back from
   */
  public static ProposalOutline ofRollback(
      EnvironmentConfig environment,
      ProposalPlan.Promotion promotion,
      Optional<ModelReference> withdrawn) {
    return of(
        environment, promotion, ReviewContext.withoutRun(withdrawn, List.of(), 0, Earlier.NONE));
  }
}
