/**
 * Git as Countersign needs it: objects and refs, never a work tree, a hook or a filter (invariant
 * I9). The port is {@link dev.countersign.modelrefs.git.GitRepository}; JGit is imported in {@code
 * jgit} only. Invariants: a ref moves only by compare-and-swap; a lost race is a value; nothing
 * that was read is trusted because it was in Git.
 */
package dev.countersign.modelrefs.git;
