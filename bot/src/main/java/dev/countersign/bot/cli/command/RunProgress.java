package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.pipeline.engine.RunEvent;
import dev.countersign.pipeline.engine.RunListener;

/** Tells people how a run gets on: a line per step. */
record RunProgress(Console console) implements RunListener {
  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      console.tell("run %s: %s".formatted(started.runId(), String.join(", ", started.steps())));
    } else if (event instanceof RunEvent.StepStarted step) {
      console.tell("  %s ...".formatted(step.step()));
    } else if (event instanceof RunEvent.StepRetried again) {
      console.tell("  %s: once more, because %s".formatted(again.step(), again.reason()));
    } else if (event instanceof RunEvent.StepEnded ended) {
      console.tell(
          "  %s: %s in %.1f s"
              .formatted(
                  ended.step(), ended.outcome().label(), ended.duration().toMillis() / 1000.0));
    }
  }
}
