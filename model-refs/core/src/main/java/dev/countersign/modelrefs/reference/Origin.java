package dev.countersign.modelrefs.reference;

/** How a reference came to be. */
public enum Origin {
  TRAINED,
  ADOPTED,
  ROLLBACK,
  ADVANCED
}
