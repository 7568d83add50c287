/**
 * What the model takes in: the schema that lies beside it, and requests read by it. Every problem
 * of a request is found at once. Free of I/O.
 */
package dev.countersign.samples.inference.input;
