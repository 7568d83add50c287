/**
 * What happened to each line, kept in Git: the deployment log on branch {@code
 * countersign/deployments}, the proposer's outcomes and the claims of messages on {@code
 * countersign/outcomes}. One file of JSON lines per model and environment; each line carries the
 * hash of the line before; lines are only appended, by compare-and-swap. Invariants: the log is
 * evidence, never authority; a line that does not verify is shown and never trusted, and never
 * keeps the others from being read; times are passed in. Format: {@code docs/logs.md}.
 */
package dev.countersign.modelrefs.git.log;
