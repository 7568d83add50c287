/**
 * {@code run-report.json} and the parts a reference shares with it. Reading refuses unknown keys
 * and names every problem with its path; writing gives canonical bytes. Free of I/O.
 */
package dev.countersign.modelrefs.run.codec;
