package dev.countersign.modelrefs.git.references;

import dev.countersign.modelrefs.git.GitCommit;

/** A commit on the first-parent history that touched a line's path, and what lies there since. */
public record ReferenceChange(GitCommit commit, ReferenceReading reading) {}
