/**
 * The model reference: which artifact a model is, in one environment, how it was judged and where
 * it came from. Invariant: a reference is a function of (run, baseline, base, configuration); it
 * carries no time of writing and no name of the writer. Free of I/O.
 */
package dev.countersign.modelrefs.reference;
