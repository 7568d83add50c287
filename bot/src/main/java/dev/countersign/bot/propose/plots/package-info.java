/** What of a run and its line is drawn; how it is drawn is {@code bot.plots}'s. */
package dev.countersign.bot.propose.plots;
