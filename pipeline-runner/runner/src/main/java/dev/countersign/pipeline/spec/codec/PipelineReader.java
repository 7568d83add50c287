package dev.countersign.pipeline.spec.codec;

import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;
import static dev.countersign.modelrefs.json.Decoders.text;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.run.codec.ProvenanceParts;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.pipeline.spec.BundleSpec;
import dev.countersign.pipeline.spec.EnvironmentRule;
import dev.countersign.pipeline.spec.InputSource.StepOutput;
import dev.countersign.pipeline.spec.PipelineSpec;
import dev.countersign.pipeline.spec.SpecCheck;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads {@code pipeline.yaml}. Stateless. */
public final class PipelineReader {
  private PipelineReader() {}

  /**
   * Reads a file.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND}, or as {@link #read(byte[], String)}
   */
  public static PipelineSpec read(Path file) {
    try {
      return read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "there is no pipeline file \"" + file + "\"", e);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads a document.
   *
   * @param what how to name it in errors
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} if it is not strict YAML; {@link
   *     ErrorCode#CONFIGURATION_INVALID} with every problem of form, or if there is none, with
   *     every name that leads nowhere and every cycle
   */
  public static PipelineSpec read(byte[] bytes, String what) {
    PipelineSpec spec =
        JsonValue.decode(
            StrictYaml.read(bytes, what),
            UnknownKeys.REFUSED,
            ErrorCode.CONFIGURATION_INVALID,
            what,
            object(PipelineReader::pipeline));
    List<Problem> problems = SpecCheck.problems(spec);
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.CONFIGURATION_INVALID, "\"%s\" is not valid".formatted(what), problems);
    }
    return spec;
  }

  private static PipelineSpec pipeline(ObjectReader reader) {
    reader.optional("$schema", text());
    reader.required("version", integer(1, 1));
    var name = reader.required("name", NameForm.STEP.decoder());
    var model = reader.required("model", parsed(ModelName::new));
    var task = reader.required("task", oneOf(Task.class));
    var parameters =
        reader.withDefault(
            "parameters", NameForm.IDENTIFIER.keys(ProvenanceParts.scalar()), Map.of());
    var environment =
        reader.withDefault(
            "environment", object(PipelineReader::environment), EnvironmentRule.PATH_ONLY);
    var steps = reader.required("steps", StepReader.steps());
    var bundle = reader.required("bundle", object(PipelineReader::bundle));
    return reader.build(
        () ->
            new PipelineSpec(
                name.get(),
                model.get(),
                task.get(),
                parameters.get(),
                environment.get(),
                steps.get(),
                bundle.get()));
  }

  private static EnvironmentRule environment(ObjectReader reader) {
    var pass =
        reader.withDefault(
            "pass", list(NameForm.VARIABLE.decoder()), EnvironmentRule.PATH_ONLY.pass());
    var set = reader.withDefault("set", NameForm.VARIABLE.keys(text()), Map.of());
    return reader.build(() -> new EnvironmentRule(pass.get(), set.get()));
  }

  private static BundleSpec bundle(ObjectReader reader) {
    var report = reader.required("report", parsed(StepOutput::parse));
    var artifact = reader.required("artifact", parsed(StepOutput::parse));
    var predictions = reader.required("predictions", parsed(StepOutput::parse));
    var trainingRows = reader.optional("trainingRows", parsed(StepOutput::parse));
    var plots = reader.optional("plots", parsed(StepOutput::parse));
    return reader.build(
        () ->
            new BundleSpec(
                report.get(), artifact.get(), predictions.get(), trainingRows.get(), plots.get()));
  }
}
