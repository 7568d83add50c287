/**
 * Model references as Git holds them: at a commit, of all lines, and through the history of a
 * line's path. Invariants: the history of a line is the first-parent history of its path; a
 * reference that cannot be read is a value, so one damaged file hides no other.
 */
package dev.countersign.modelrefs.git.references;
