package dev.countersign.pipeline.local;

import dev.countersign.modelrefs.run.Scalar;
import java.nio.file.Path;

/** A runner in a process of its own, for tests that end it. */
final class RunnerMain {
  private RunnerMain() {}

  public static void main(String[] args) throws Exception {
    PipelineFixture fixture = new PipelineFixture(Path.of(args[0]));
    fixture.parameters.put("shared", new Scalar.Text(args[0]));
    fixture.run("run-1");
  }
}
