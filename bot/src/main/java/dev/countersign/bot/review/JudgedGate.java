package dev.countersign.bot.review;

import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.evaluation.GateOutcome;
import dev.countersign.modelrefs.evaluation.GateResult;
import dev.countersign.modelrefs.evaluation.GateSpec;
import java.util.List;
import java.util.Optional;

/** A gate's result beside its rule and the waiver that lets it pass. */
record JudgedGate(GateResult result, Optional<GateSpec> spec, Optional<Waiver> waiver) {
  static List<JudgedGate> all(Subject subject) {
    ReviewInput.Judging judging = subject.input().judging();
    return subject.evaluation().gates().stream()
        .map(
            result ->
                new JudgedGate(
                    result,
                    judging.gates().stream().filter(g -> g.id().equals(result.id())).findFirst(),
                    judging.waivers().stream()
                        .filter(w -> w.gateId().equals(result.id()))
                        .findFirst()))
        .toList();
  }

  /** Those of a review that came out so. */
  static List<JudgedGate> with(ReviewInput input, GateOutcome outcome) {
    return input
        .evaluation()
        .map(evaluation -> all(Subject.of(input, evaluation)))
        .orElse(List.of())
        .stream()
        .filter(gate -> gate.outcome() == outcome)
        .toList();
  }

  /** The outcome as it counts: a failed gate with a waiver is waived. */
  GateOutcome outcome() {
    return result.outcome() == GateOutcome.FAILED && waiver.isPresent()
        ? GateOutcome.WAIVED
        : result.outcome();
  }

  Phrase outcomeCell() {
    return switch (outcome()) {
      case PASSED -> Phrase.EMPTY.mark(Tone.GOOD, "passed");
      case FAILED -> Phrase.EMPTY.mark(Tone.BAD, "failed");
      case NEEDS_PERSON -> Phrase.EMPTY.mark(Tone.OPEN, "needs a person");
      case WAIVED -> Phrase.EMPTY.mark(Tone.OPEN, "waived");
    };
  }

  Phrase reasonCell() {
    String note =
        spec.map(GateSpec::note).filter(text -> !text.isBlank()).map(t -> " " + t).orElse("");
    String waived =
        waiver
            .filter(w -> outcome() == GateOutcome.WAIVED)
            .map(w -> " Waived by " + w.by().login() + ": " + w.reason())
            .orElse("");
    String reason = result.reason();
    String end = (note.isEmpty() && waived.isEmpty()) || reason.endsWith(".") ? "" : ".";
    return Phrase.of(reason + end + note + waived);
  }

  /** The rule in words. */
  String rule() {
    String bound = boundText();
    String metric = result.metric();
    return switch (result.kind()) {
      case SUPERIOR -> metric + " better than live by more than " + bound;
      case NON_INFERIOR -> metric + " not worse than live by more than " + bound;
      case AT_LEAST -> metric + " at least " + bound;
      case AT_MOST -> metric + " at most " + bound;
      case NOT_WORSE_THAN -> metric + " not worse than " + other() + ", tolerance " + bound;
      case SLICES ->
          "no slice" + columns() + " shown to be worse in " + metric + " by more than " + bound;
    };
  }

  private String other() {
    return spec.flatMap(GateSpec::other).orElse("another metric");
  }

  private String columns() {
    return spec.map(GateSpec::columns)
        .filter(columns -> !columns.isEmpty())
        .map(columns -> " of " + String.join(", ", columns))
        .orElse("");
  }

  private String boundText() {
    double bound = spec.map(GateSpec::bound).orElse(result.margin().orElse(0));
    return switch (result.kind()) {
      case AT_LEAST, AT_MOST -> Figures.written(bound);
      default -> Figures.percent(bound);
    };
  }
}
