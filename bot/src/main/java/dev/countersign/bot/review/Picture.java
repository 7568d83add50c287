package dev.countersign.bot.review;

import dev.countersign.bot.text.LinkTarget;

/**
 * A picture in the review.
 *
 * @param title a few words above it
 * @param group pictures of one group stand together, for example {@code Error by slice}
 * @param alt one sentence with the numbers that it shows, for those who do not see it
 * @param target where the forge or page has it, or the picture itself
 */
public record Picture(String title, String group, String alt, LinkTarget target) {}
