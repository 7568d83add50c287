/**
 * Whose approval counts (invariants I2 and I7), as pure functions of what the forge, the commits
 * and the configuration say. Nothing here asks anybody; what is not known never counts.
 */
package dev.countersign.ci.approval;
