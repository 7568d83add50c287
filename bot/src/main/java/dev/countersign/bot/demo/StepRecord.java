package dev.countersign.bot.demo;

/**
 * One step of the story as it went.
 *
 * @param name short and stable
 * @param outcome what came of it, in a few words
 * @param exitCode of the command
 */
public record StepRecord(String name, String outcome, int exitCode) {}
