package dev.countersign.bot.review;

import dev.countersign.bot.text.Lookalikes;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.run.Launcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader must know besides the numbers. */
final class Warnings {
  private Warnings() {}

  static List<Phrase> of(ReviewInput input) {
    List<String> texts = new ArrayList<>(input.notes());
    ModelReference candidate = input.candidate();
    Optional<Launcher> launcher = candidate.provenance().run().launchedBy();
    if (launcher.filter(Launcher::attested).isEmpty()) {
      texts.add(
          "Who launched the training is not attested: "
              + launcher
                  .map(by -> "only the run's own text says it was " + by.login() + ".")
                  .orElse("the run does not say."));
    }
    if (candidate.provenance().code().dirty()) {
      texts.add("The training code had changes that are in no commit.");
    }
    if (runsCodeWhenLoaded(candidate.artifact().format())) {
      texts.add(
          "The format "
              + candidate.artifact().format()
              + " can run code when the model is loaded; trust the run as you trust that code.");
    }
    if (inputSchemaChanged(input)) {
      texts.add(
          "The serving input schema differs from the live model's; callers may have to change.");
    }
    suspectName(candidate, input)
        .ifPresent(
            name ->
                texts.add(
                    "The name \""
                        + name
                        + "\" holds characters that cannot be seen or look like"
                        + " others."));
    return texts.stream()
        .map(text -> Phrase.EMPTY.mark(Tone.OPEN, "Note").text(": " + text))
        .toList();
  }

  private static boolean runsCodeWhenLoaded(String format) {
    String lower = format.toLowerCase(Locale.ROOT);
    return Stream.of("pickle", "joblib", "torchscript", "cloudpickle").anyMatch(lower::contains);
  }

  private static boolean inputSchemaChanged(ReviewInput input) {
    return input
        .live()
        .map(live -> !live.inputSchema().equals(input.candidate().inputSchema()))
        .orElse(false);
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
