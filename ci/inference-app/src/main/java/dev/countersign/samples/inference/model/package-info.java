/**
 * Loading a model by its reference. Invariant I3: each file is read once; what was read is hashed,
 * compared with the reference, and only then given to the library that makes a model of it.
 */
package dev.countersign.samples.inference.model;
