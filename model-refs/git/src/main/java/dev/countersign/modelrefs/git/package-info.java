/**
 * Git as Countersign needs it: objects and refs, never a work tree (invariant I9). The port is
 * {@link dev.countersign.modelrefs.git.GitRepository}; JGit is imported in {@code jgit} only.
 */
package dev.countersign.modelrefs.git;
