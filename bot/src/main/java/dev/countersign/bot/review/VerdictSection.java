package dev.countersign.bot.review;

import dev.countersign.modelrefs.evaluation.GateOutcome;
import java.util.ArrayList;
import java.util.List;

/** Says first whether the candidate is better than what is live, and why it is blocked if it is. */
final class VerdictSection {
  private static final int MOST_WARNINGS = 10;

  private VerdictSection() {}

  static Section of(ReviewInput input) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(VerdictSentence.of(input)));
    List<Phrase> items = new ArrayList<>(BlockReasons.of(input));
    Warnings.of(input).stream().limit(MOST_WARNINGS).forEach(items::add);
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(items));
    }
    return new Section(SectionKind.VERDICT, blocks);
  }

  /** The verdict's tone; a block outweighs everything. */
  static Tone tone(ReviewInput input) {
    if (blocked(input)) {
      return Tone.BAD;
    }
    if (input.candidate().rollbackOf().isPresent() || input.evaluation().isEmpty()) {
      return Tone.OPEN;
    }
    return switch (input.evaluation().get().verdict()) {
      case BETTER, NON_INFERIOR -> Tone.GOOD;
      case WORSE -> Tone.BAD;
      case INDISTINGUISHABLE, MIXED, NOT_COMPARABLE, NO_BASELINE -> Tone.OPEN;
    };
  }

  /** A rollback is not judged again, so nothing blocks it. */
  static boolean blocked(ReviewInput input) {
    return input.candidate().rollbackOf().isEmpty()
        && !JudgedGate.with(input, GateOutcome.FAILED).isEmpty();
  }
}
