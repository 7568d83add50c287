package dev.countersign.bot.cli.command;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.spec.PipelineSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values that a person gives to a pipeline's parameters. */
final class ParameterValues {
  private ParameterValues() {}

  /**
   * The values given, each of the kind that the pipeline's default has. What the pipeline does not
   * know stays text, for the engine to refuse.
   *
   * @throws CountersignException {@code USAGE} for a number that is none
   */
  static Map<String, Scalar> of(Map<String, String> given, PipelineSpec spec) {
    Map<String, Scalar> values = new LinkedHashMap<>();
    given.forEach((name, text) -> values.put(name, value(name, text, spec.parameters().get(name))));
    return values;
  }

  private static Scalar value(String name, String text, @Nullable Scalar fallback) {
    if (fallback instanceof Scalar.Flag && (text.equals("true") || text.equals("false"))) {
      return new Scalar.Flag(Boolean.parseBoolean(text));
    }
    return fallback instanceof Scalar.Numeric ? number(name, text) : new Scalar.Text(text);
  }

  private static Scalar number(String name, String text) {
    try {
      return new Scalar.Numeric(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new CountersignException(
          ErrorCode.USAGE, "parameter \"%s\" is a number, \"%s\" is none".formatted(name, text), e);
    }
  }
}
