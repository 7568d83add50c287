package dev.countersign.bot.plots;

import dev.countersign.modelrefs.evaluation.Interval;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;

/**
 * One version in the history of a metric.
 *
 * @param name the version as shown, for example {@code 1.1.0}
 * @param dataset the rows it was judged on; the line breaks where they change
 */
public record HistoryPoint(
    String name, double value, Optional<Interval> interval, Digest dataset) {}
