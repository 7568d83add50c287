package dev.countersign.bot.wiring;

import dev.countersign.ci.deploy.Targets;
import dev.countersign.ci.process.JavaCommand;
import dev.countersign.ci.process.ProcessStep;
import dev.countersign.ci.process.ProcessTarget;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.function.Consumer;

/** Makes the adapter of a configured target. */
public final class TargetFactory implements Targets {
  private final Consumer<ProcessStep> progress;

  /**
   * @param progress hears of each step of a process target
   */
  public TargetFactory(Consumer<ProcessStep> progress) {
    this.progress = progress;
  }

  @Override
  public DeployTarget of(TargetSpec spec) {
    if (spec.kind().equals("process")) {
      return new ProcessTarget(spec, JavaCommand.ofThisProcess(), progress);
    }
    throw new CountersignException(
        ErrorCode.CONFIGURATION_INVALID,
        "target \"%s\" has the kind \"%s\", which no adapter serves"
            .formatted(spec.name(), spec.kind()));
  }
}
