/**
 * Failures as values: what happened, whose fault it is, which exit code it ends in. Remedies are
 * not worded here but at the edge, in the command line's catalogue.
 */
package dev.countersign.modelrefs.error;
