/**
 * GitHub.com and GitHub Enterprise Server as a forge. Here alone is github-api imported.
 * Invariants: every request, the SDK's too, goes through {@code dev.countersign.bot.transport};
 * pull requests are found by their head branch, never by listing the repository; a write is made
 * only where something differs; a write whose answer was lost is looked for before it is made
 * again.
 *
 * <p>The SDK fetches a pull request once more for its draft state, its merge commit and each
 * person's account. Reads therefore are plain requests whose answers are read whole.
 */
package dev.countersign.bot.forge.github;
