package dev.countersign.pipeline.spec;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a step's input comes from. */
public sealed interface InputSource {
  /** A file or folder below the folder of {@code pipeline.yaml}. */
  record PipelineFile(ArtifactPath path) implements InputSource {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /** An output of another step. */
  record StepOutput(String step, String output) implements InputSource {
    private static final Pattern FORM = Pattern.compile("([^.:]+)\\.([^.:]+)");

    /**
     * Parses {@code STEP.OUTPUT}.
     *
     * @throws IllegalArgumentException naming the value and the form
     */
    public static StepOutput parse(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "\"" + text + "\" is not a step's output; write STEP.OUTPUT");
      }
      return new StepOutput(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
      return step + "." + output;
    }
  }

  /** The folder with one folder per baseline, named by the digits of its artifact digest. */
  record Baselines() implements InputSource {
    @Override
    public String toString() {
      return "run:baselines";
    }
  }

  /**
   * Parses {@code file:PATH}, {@code STEP.OUTPUT} or {@code run:baselines}.
   *
   * @throws IllegalArgumentException naming the value and the forms
   */
  static InputSource parse(String text) {
    if (text.startsWith("file:")) {
      return new PipelineFile(new ArtifactPath(text.substring("file:".length())));
    }
    if (text.equals("run:baselines")) {
      return new Baselines();
    }
    try {
      return StepOutput.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an input; write file:PATH, STEP.OUTPUT or run:baselines", e);
    }
  }
}
