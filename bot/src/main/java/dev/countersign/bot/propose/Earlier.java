package dev.countersign.bot.propose;

import dev.countersign.bot.review.Past;
import dev.countersign.bot.review.VersionPoint;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.evaluation.MetricValue;
import dev.countersign.modelrefs.evaluation.VerdictMetric;
import dev.countersign.modelrefs.reference.LineHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was there before a promotion.
 *
 * @param merged the references that the line has had on the protected branch
 * @param trail what the open merge request says of its candidates; empty if there is none yet
 * @param now when a candidate that is replaced now is superseded
 */
public record Earlier(LineHistory merged, Optional<CandidateTrail> trail, Instant now) {
  private static final int MOST_VERSIONS = 12;

  /** Nothing is known. */
  static final Earlier NONE =
      new Earlier(new LineHistory(List.of()), Optional.empty(), Instant.EPOCH);

  /** What a merge request's body says of its own past; nothing takes its candidate's place. */
  public static Earlier in(String body) {
    return new Earlier(NONE.merged(), CandidateTrail.in(body), Instant.EPOCH);
  }

  /** What a situation says of the past. */
  static Earlier of(Situation situation, Instant now) {
    return new Earlier(
        situation.history(),
        situation.open().flatMap(open -> CandidateTrail.in(open.request().text().body())),
        now);
  }

  /** The past of a promotion, as its review shows it. */
  Past pastOf(ProposalPlan.Promotion promotion) {
    ModelReference candidate = promotion.reference();
    List<VersionPoint> versions = candidate.evaluation().map(this::versions).orElse(List.of());
    return new Past(trail(promotion).earlier(), versions);
  }

  private CandidateTrail trail(ProposalPlan.Promotion promotion) {
    ModelReference candidate = promotion.reference();
    return trail
        .or(() -> promotion.supersedes().map(CandidateTrail::of))
        .map(before -> before.next(candidate, now))
        .orElseGet(() -> CandidateTrail.of(candidate));
  }

  /** The verdict's metric of what was merged before, where it was judged on the same rows. */
  private List<VersionPoint> versions(Evaluation candidate) {
    Optional<String> metric = VerdictMetric.of(candidate).map(MetricValue::name);
    List<VersionPoint> points = new ArrayList<>();
    for (ModelReference each : merged.references()) {
      each.evaluation()
          .filter(evaluation -> each.rollbackOf().isEmpty() && points.size() < MOST_VERSIONS)
          .filter(evaluation -> isOnRowsOf(candidate, evaluation))
          .flatMap(evaluation -> metric.flatMap(evaluation::verified))
          .ifPresent(value -> points.add(0, new VersionPoint(each.version(), value.value())));
    }
    return points;
  }

  private static boolean isOnRowsOf(Evaluation candidate, Evaluation other) {
    return candidate.dataset().digest().equals(other.dataset().digest());
  }
}
