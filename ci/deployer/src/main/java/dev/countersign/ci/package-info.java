/**
 * The CI job step: verify what was approved, deploy it, look at what is served, record it. Knows
 * nothing of forges; what it needs of one is the port {@link
 * dev.countersign.ci.promotion.MergeRequests}.
 */
package dev.countersign.ci;
