package dev.countersign.bot.review;

import dev.countersign.modelrefs.reference.ModelReference;
import java.util.ArrayList;
import java.util.List;

/** Puts a review together, section by section in reading order. */
final class ReviewComposer {
  private ReviewComposer() {}

  static Review compose(ReviewInput input) {
    List<Section> sections = new ArrayList<>();
    sections.add(VerdictSection.of(input));
    sections.add(GateSection.of(input));
    sections.add(MetricSection.of(input));
    sections.add(RepeatsSection.of(input));
    sections.add(SliceSection.of(input));
    sections.addAll(PlotSections.of(input));
    sections.add(SchemaSection.of(input));
    sections.add(MergingSection.effect(input));
    sections.add(ProvenanceSection.of(input));
    sections.add(MergingSection.goingBack(input));
    sections.addAll(FoldedSections.of(input));
    return new Review(
        title(input.candidate()),
        VerdictSection.tone(input),
        sections,
        input.merging().commands().everything());
  }

  private static String title(ModelReference candidate) {
    String model = candidate.line().model().toString();
    String environment = candidate.line().environment().toString();
    return candidate.rollbackOf().isPresent()
        ? "Roll back " + model + " to " + candidate.version() + " in " + environment
        : "Promote " + model + " " + candidate.version() + " to " + environment;
  }
}
