package dev.countersign.pipeline.spec.codec;

import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.parsed;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.pipeline.spec.Argument;
import dev.countersign.pipeline.spec.Condition;
import dev.countersign.pipeline.spec.InputSource;
import dev.countersign.pipeline.spec.StepSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads {@code steps}. */
final class StepReader {
  private static final long DEFAULT_TIMEOUT_SECONDS = 3600;
  private static final long MAX_TIMEOUT_SECONDS = Duration.ofDays(7).toSeconds();
  private static final int MAX_RETRIES = 10;

  private StepReader() {}

  /** The steps in the file's order; at least one. */
  static Decoder<List<StepSpec>> steps() {
    Decoder<Map<String, Function<String, StepSpec>>> steps =
        NameForm.STEP.keys(object(StepReader::step));
    return value -> {
      Map<String, Function<String, StepSpec>> read = steps.decode(value);
      if (read.isEmpty()) {
        throw value.stop("must name at least one step");
      }
      return read.entrySet().stream().map(entry -> entry.getValue().apply(entry.getKey())).toList();
    };
  }

  private static Function<String, StepSpec> step(ObjectReader reader) {
    var argv = reader.required("argv", argv());
    var inputs =
        reader.withDefault(
            "inputs", NameForm.IDENTIFIER.keys(parsed(InputSource::parse)), Map.of());
    var outputs =
        reader.withDefault(
            "outputs", NameForm.IDENTIFIER.keys(parsed(ArtifactPath::new)), Map.of());
    var timeout =
        reader.withDefault(
            "timeoutSeconds", integer(1, MAX_TIMEOUT_SECONDS), DEFAULT_TIMEOUT_SECONDS);
    var retries = reader.withDefault("retries", integer(0, MAX_RETRIES), 0L);
    var when = reader.optional("when", object(StepReader::condition));
    return reader.build(
        () -> {
          StepSpec.Limits limits =
              new StepSpec.Limits(Duration.ofSeconds(timeout.get()), retries.get().intValue());
          return name ->
              new StepSpec(name, argv.get(), inputs.get(), outputs.get(), limits, when.get());
        });
  }

  private static Decoder<List<Argument>> argv() {
    Decoder<List<Argument>> words = list(parsed(Argument::new));
    return value -> {
      List<Argument> read = words.decode(value);
      if (read.isEmpty()) {
        throw value.stop("must have at least the program's name");
      }
      return read;
    };
  }

  private static Condition condition(ObjectReader reader) {
    var parameter = reader.required("parameter", NameForm.IDENTIFIER.decoder());
    var equals = reader.required("equals", ProvenanceParts.scalar());
    return reader.build(() -> new Condition(parameter.get(), equals.get()));
  }
}
