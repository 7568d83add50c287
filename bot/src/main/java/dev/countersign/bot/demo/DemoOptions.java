package dev.countersign.bot.demo;

import java.nio.file.Path;

/**
 * How the demo is told.
 *
 * @param folder where it keeps its things
 * @param home the checkout, where the samples are
 * @param unattended approve as a second identity without asking; recorded as simulated
 * @param keep leave page and app running at the end
 * @param pagePort port of the review page; 0 for any free one
 * @param appPort port of the inference app; 0 for any free one
 */
public record DemoOptions(
    Path folder, Path home, boolean unattended, boolean keep, int pagePort, int appPort) {}
