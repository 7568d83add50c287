package dev.countersign.ci.approval;

import dev.countersign.modelrefs.run.Launcher;
import java.util.Optional;

/**
 * How many distinct people have to approve. Where nobody knows who launched the training, it may be
 * one of the approvers; one person more makes sure that as many as the configuration asks for did
 * not launch it.
 *
 * @param configured how many the configuration asks for; 0 stays 0
 * @param launcherUnknown whether nobody knows who launched the training
 */
public record Quorum(int configured, boolean launcherUnknown) {
  /** For a training, by what is known of it. */
  public static Quorum of(int configured, Optional<Launcher> launcher) {
    return new Quorum(configured, launcher.isEmpty());
  }

  /** The number of people. */
  public int people() {
    return isRaised() ? configured + 1 : configured;
  }

  /** Whether one more is asked for than the configuration does. */
  public boolean isRaised() {
    return launcherUnknown && configured > 0;
  }

  /** {@code 2 required approvals (one more than configured, because …)}. */
  @Override
  public String toString() {
    return people()
        + " required approvals"
        + (isRaised()
            ? " (one more than configured, because nobody knows who launched the training)"
            : "");
  }
}
