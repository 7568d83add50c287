package dev.countersign.modelrefs.json;

/** What to do with keys that a reader does not know. */
public enum UnknownKeys {
  /** They are problems, with the nearest known key as a suggestion. */
  REFUSED,
  /** They are passed over: a reader of 1.x must read what a later 1.y wrote. */
  IGNORED
}
