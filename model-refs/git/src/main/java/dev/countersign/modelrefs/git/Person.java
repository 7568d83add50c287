package dev.countersign.modelrefs.git;

import java.time.Instant;

/** An author or committer, as the commit says; proves nothing by itself. */
public record Person(String name, String email, Instant when) {}
