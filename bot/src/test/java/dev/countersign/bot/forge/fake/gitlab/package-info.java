/**
 * GitLab's REST API, version 4, as far as a merge request bot needs it. Written from GitLab's API
 * documentation; one class for each area of the API, presenters beside them.
 */
package dev.countersign.bot.forge.fake.gitlab;
