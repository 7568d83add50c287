package dev.countersign.modelrefs.reference;

/** Where an artifact's files lie. */
public enum Layout {
  /** In a folder named by the digest, written once. */
  ADDRESSED,
  /** Where the run or another tool left them, pinned. */
  IN_PLACE
}
