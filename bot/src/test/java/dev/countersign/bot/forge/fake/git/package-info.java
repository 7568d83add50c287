/**
 * The bare Git repository behind a fake forge, and what a forge itself does with it: compare,
 * merge, squash, rebase. Knows nothing of people and merge requests.
 */
package dev.countersign.bot.forge.fake.git;
