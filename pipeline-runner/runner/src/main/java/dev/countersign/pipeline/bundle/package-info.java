/**
 * Writes run bundles: what a run leaves behind, whole or not at all, with {@code run-report.json}
 * as the last file. What the pipeline claims is taken over as data; who ran what and when is the
 * runner's to say and not the pipeline's.
 */
package dev.countersign.pipeline.bundle;
