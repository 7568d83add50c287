package dev.countersign.modelrefs.evaluation;

/** What a model predicts. */
public enum Task {
  REGRESSION,
  BINARY,
  MULTICLASS
}
