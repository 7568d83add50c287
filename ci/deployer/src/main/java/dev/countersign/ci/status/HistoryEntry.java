package dev.countersign.ci.status;

import dev.countersign.modelrefs.git.log.DeploymentRecord;

/** One line of the deployment log, with whether it can be believed. */
public sealed interface HistoryEntry {
  /** Its number in the file, from 1. */
  int number();

  /** It fits the lines around it, and what it says of commits and approvals is so. */
  record Verified(int number, DeploymentRecord record) implements HistoryEntry {}

  /** It fits the lines around it, but Git or the forge says otherwise. */
  record Denied(int number, DeploymentRecord record, String reason) implements HistoryEntry {}

  /** It is malformed, or does not fit the lines around it. */
  record Unverifiable(int number, String reason) implements HistoryEntry {}
}
