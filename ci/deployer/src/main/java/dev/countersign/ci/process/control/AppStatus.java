package dev.countersign.ci.process.control;

/**
 * An app as the front sees it now.
 *
 * @param end how it ended, such as {@code exit code 3}; empty while it runs
 */
public record AppStatus(AppRecord app, boolean alive, String end) {}
