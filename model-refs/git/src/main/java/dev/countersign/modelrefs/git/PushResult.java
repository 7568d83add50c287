package dev.countersign.modelrefs.git;

/** What became of one {@link RefUpdate}. */
public sealed interface PushResult {
  /** The ref it is about. */
  String ref();

  /** Moved, or was there already. */
  record Moved(String ref) implements PushResult {}

  /** The remote held something else than expected; nothing was overwritten. */
  record Stale(String ref) implements PushResult {}

  /** The server refused it (a hook, a protected branch, or another update of an atomic push). */
  record Refused(String ref, String reason) implements PushResult {}
}
