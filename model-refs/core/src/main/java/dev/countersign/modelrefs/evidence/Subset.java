package dev.countersign.modelrefs.evidence;

import dev.countersign.modelrefs.evaluation.SliceName;
import dev.countersign.modelrefs.evidence.rows.RowSet;
import java.util.Optional;

/**
 * All rows, or the rows of one slice.
 *
 * @param slice empty for all rows
 * @param large whether there are enough rows for an interval
 */
record Subset(Optional<SliceName> slice, RowSet rows, boolean large) {}
