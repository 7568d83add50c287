package dev.countersign.modelrefs.evidence.curve;

/** A point of a curve. */
public record Point(double x, double y) {}
