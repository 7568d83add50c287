package dev.countersign.ci.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The fake keeps the contract, and its switches for tests work. */
class RecordingTargetTest extends DeployTargetContract {
  private final RecordingTarget target = new RecordingTarget();

  @Override
  protected DeployTarget target() {
    return target;
  }

  @Override
  protected Release unhealthy(int sequence) {
    target.makeUnhealthy(Releases.digest(sequence));
    return Releases.release(sequence);
  }

  @Override
  protected void serveBehindTheBack(Release other) {
    target.serveBehindTheBack(LINE, digest(other));
  }

  @Test
  void changesNothing_whileItIsDown() {
    target.apply(Releases.release(1));
    target.goDown("cable cut");

    assertThat(target.apply(Releases.release(2)))
        .isEqualTo(new ApplyOutcome.Unreachable("cable cut"));
    assertThat(target.observe(LINE)).isEqualTo(new Observation.Unreachable("cable cut"));

    target.comeUp();
    assertThat(observed()).isEqualTo(Releases.digest(1));
    assertThat(target.switches()).isEqualTo(1);
  }
}
