/**
 * Verifies that a merged reference may be deployed: it is on the protected branch, it is what was
 * approved, byte for byte (I2), the right people approved it (I7), its gates hold (I14) and its
 * artifact has its digest (I3). A verification is a list of checks as values; whatever cannot be
 * established fails.
 */
package dev.countersign.ci.verify;
