/**
 * What forge adapters keep in Git itself: pictures, and the heads of merge requests. Written by
 * compare-and-swap against other bots; a branch of pictures never touches another branch.
 */
package dev.countersign.bot.forge.git;
