/**
 * What every fuzz target keeps, and how it is run: in the ordinary test run with its seeds and a
 * bounded number of their mutations, the same ones each time; under {@code -Pfuzz} by Jazzer, which
 * looks for inputs that reach new code. A target is a test class whose name ends in {@code
 * FuzzTest}.
 */
package dev.countersign.testing.fuzz;
