package dev.countersign.bot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Runs commands of {@code countersign}, as a person at the terminal would. */
public interface CommandRunner {
  /** What a command came to: its exit code and its {@code --output json}. */
  record Outcome(int exitCode, JsonNode data) {}

  /** Runs a command in this process. */
  Outcome here(List<String> arguments);

  /**
   * Runs a command as a CI job does: a process of its own with a clone of its own, which is given
   * the arguments and where the remote is.
   */
  Outcome apart(List<String> arguments);
}
