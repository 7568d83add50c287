package dev.countersign.bot.review;

import dev.countersign.bot.text.Lookalikes;
import dev.countersign.modelrefs.evaluation.BaselineComparison;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Launcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader must know besides the numbers. */
final class Warnings {
  private static final List<String> RUN_CODE_WHEN_LOADED =
      List.of("pickle", "joblib", "torchscript");

  private Warnings() {}

  static List<Phrase> of(ReviewInput input) {
    ModelReference candidate = input.candidate();
    Stream<String> notes =
        Stream.of(
                evaluation(input).stream(),
                code(candidate).stream(),
                format(candidate.artifact().format()).stream(),
                inputSchema(input).stream(),
                names(candidate, input).stream())
            .flatMap(texts -> texts);
    return Stream.concat(
            launcher(candidate).stream(),
            notes.map(text -> Phrase.EMPTY.mark(Tone.OPEN, "Note").text(": " + text)))
        .toList();
  }

  private static Optional<Phrase> launcher(ModelReference candidate) {
    Optional<Launcher> launcher = candidate.provenance().run().launchedBy();
    if (launcher.isEmpty()) {
      return Optional.of(
          Phrase.EMPTY
              .mark(Tone.BAD, "Launcher unknown")
              .text(": nobody says who launched the training; it may be one of the approvers."));
    }
    return launcher
        .filter(by -> !by.attested())
        .map(
            by ->
                Phrase.EMPTY
                    .mark(Tone.BAD, "Launcher not attested")
                    .text(": no CI confirms that it was " + by.login() + "."));
  }

  /** What is said of a comparison that holds all the same, such as times that overlap. */
  private static Optional<String> evaluation(ReviewInput input) {
    return input
        .evaluation()
        .flatMap(Evaluation::baseline)
        .filter(BaselineComparison::comparable)
        .map(BaselineComparison::reason)
        .filter(reason -> !reason.isBlank())
        .map(reason -> reason + ".");
  }

  private static Optional<String> code(ModelReference candidate) {
    return candidate.provenance().code().dirty()
        ? Optional.of("The training code had changes that are in no commit.")
        : Optional.empty();
  }

  private static Optional<String> format(String format) {
    String lower = format.toLowerCase(Locale.ROOT);
    return RUN_CODE_WHEN_LOADED.stream().anyMatch(lower::contains)
        ? Optional.of(
            "The format "
                + format
                + " can run code when the model is loaded; trust the run as you trust that code.")
        : Optional.empty();
  }

  private static Optional<String> inputSchema(ReviewInput input) {
    return input
        .live()
        .filter(live -> !live.inputSchema().equals(input.candidate().inputSchema()))
        .map(
            live ->
                "The serving input schema differs from the live model's"
                    + input.run().inputSchema().map(SchemaSection::summary).orElse("")
                    + "; callers may have to change.");
  }

  private static Optional<String> names(ModelReference candidate, ReviewInput input) {
    return suspectName(candidate, input)
        .map(
            name ->
                "The name \""
                    + name
                    + "\" holds characters that cannot be seen or look like others.");
  }

  private static Optional<String> suspectName(ModelReference candidate, ReviewInput input) {
    Stream<String> metrics =
        candidate.evaluation().stream()
            .flatMap(evaluation -> evaluation.metrics().stream())
            .flatMap(
                metric ->
                    Stream.of(metric.name(), metric.slice().map(Object::toString).orElse("")));
    Stream<String> others =
        Stream.concat(
            candidate.provenance().parameters().keySet().stream(),
            input.judging().gates().stream().map(gate -> gate.id()));
    return Stream.concat(metrics, others).filter(Lookalikes::suspects).min(String::compareTo);
  }
}
