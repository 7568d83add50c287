/**
 * GitHub's REST API, and the two GraphQL mutations that REST lacks, as far as a merge request bot
 * needs them. Written from GitHub's API documentation; one class for each area of the API.
 */
package dev.countersign.bot.forge.fake.github;
