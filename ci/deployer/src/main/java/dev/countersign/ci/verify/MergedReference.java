package dev.countersign.ci.verify;

import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.git.GitCommit;

/** A line's reference, with the commit of the protected branch that brought it. */
record MergedReference(GitCommit merged, Release release) {}
