package dev.countersign.bot.scaffold;

import dev.countersign.bot.identity.CiPlatform;
import java.util.Optional;
import java.util.Set;

/**
 * What the CI file is to do.
 *
 * @param platform whose CI; empty for no CI file
 * @param tasks at least one
 * @param trainJob name of the job that trains, in the CI file that exists
 * @param files folder in which it leaves {@code model}, {@code predictions.csv}, {@code
 *     metrics.json} and {@code training-rows.txt}
 * @param project of the references, where that is another one
 */
public record CiRequest(
    Optional<CiPlatform> platform,
    Set<CiTask> tasks,
    PlainWord trainJob,
    PlainWord files,
    Optional<PlainWord> project) {
  public CiRequest {
    tasks = Set.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("a CI file proposes, deploys, or both");
    }
  }

  boolean proposes() {
    return tasks.contains(CiTask.PROPOSE);
  }

  boolean deploys() {
    return tasks.contains(CiTask.DEPLOY);
  }
}
