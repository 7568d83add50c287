/**
 * {@link dev.countersign.modelrefs.git.GitRepository} on JGit; the only package that imports it.
 * Invariants: no work tree, hook, filter or submodule is ever touched; the status of every ref
 * update is looked at; a push that was refused is judged by what the ref holds afterwards, not by
 * the server's words.
 */
package dev.countersign.modelrefs.git.jgit;
