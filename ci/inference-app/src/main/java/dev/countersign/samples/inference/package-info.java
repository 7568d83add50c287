/**
 * The sample inference app: serves one model, chosen by a model reference. Invariant I3: the digest
 * that it reports is computed from the very bytes that the model was loaded from; bytes that do not
 * have the reference's digest are never loaded.
 */
package dev.countersign.samples.inference;
