/**
 * The candidate's metrics as OpenMetrics text, which GitLab compares between a merge request and
 * its target ({@code artifacts:reports:metrics}). A pure function of the reference.
 */
package dev.countersign.bot.review.openmetrics;
