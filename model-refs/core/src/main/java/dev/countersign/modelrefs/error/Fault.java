package dev.countersign.modelrefs.error;

/** Whose fault a failure is, and so who can mend it. */
public enum Fault {
  /** The caller's input or configuration. */
  USER,
  /** The content of a remote: a forge, a store, a target, a repository. */
  REMOTE,
  /** The machine: disk, network, a missing library. */
  ENVIRONMENT,
  /** Countersign itself. */
  BUG
}
