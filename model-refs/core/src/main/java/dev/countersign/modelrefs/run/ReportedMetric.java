package dev.countersign.modelrefs.run;

/**
 * A value the run claims.
 *
 * @param value finite; a report with NaN or Infinity is refused
 */
public record ReportedMetric(String name, double value) {}
