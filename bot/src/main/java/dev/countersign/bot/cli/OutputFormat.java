package dev.countersign.bot.cli;

/** How a command's data is printed. */
public enum OutputFormat {
  TEXT,
  JSON
}
