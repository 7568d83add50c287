/**
 * What a forge says about a login, its rights and the rules of a project, in words that all forges
 * share. Invariants: nothing is changed to find it out; what a forge does not tell is said to be
 * untold, never guessed. Judging what is found is done in {@code dev.countersign.bot.doctor}.
 */
package dev.countersign.bot.forge.inspection;
