package dev.countersign.ci.process;

import dev.countersign.ci.target.Releases;
import dev.countersign.ci.target.TargetSpec;
import java.util.Map;

/**
 * A deployer that dies without a word at a step: {@code KilledDeployer STEP SEQUENCE PORT
 * STATE_FOLDER}.
 */
public final class KilledDeployer {
  static final int EXIT = 137;

  private KilledDeployer() {}

  public static void main(String[] args) {
    ProcessStep last = ProcessStep.valueOf(args[0]);
    TargetSpec spec =
        new TargetSpec(
            "local",
            "process",
            ProcessFixture.argv(),
            Map.of("port", args[2], "stateDir", args[3]));
    ProcessTarget target =
        new ProcessTarget(spec, JavaCommand.ofThisProcess(), step -> dieAt(step, last));
    target.apply(Releases.release(Integer.parseInt(args[1])));
  }

  private static void dieAt(ProcessStep step, ProcessStep last) {
    if (step == last) {
      Runtime.getRuntime().halt(EXIT);
    }
  }
}
