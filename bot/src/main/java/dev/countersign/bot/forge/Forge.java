package dev.countersign.bot.forge;

import dev.countersign.modelrefs.value.CommitId;
import java.util.List;

/**
 * A forge. Git itself (branches, commits) goes through the repository port; here are only the merge
 * requests. Every call may be repeated. Failures of the forge are {@code ACCESS_DENIED}, {@code
 * REMOTE_UNAVAILABLE} or {@code CONFLICT}.
 */
public interface Forge {
  /** All merge requests of a source branch, in any state, newest first; found by branch. */
  List<MergeRequest> of(String sourceBranch);

  /**
   * Opens a merge request from a branch that was pushed before; if one is open for that branch it
   * is updated and returned instead.
   */
  MergeRequest open(MergeRequestDraft draft);

  /** Brings title, body, labels and draft state up to date; writes only what differs. */
  MergeRequest update(long number, MergeRequestDraft draft);

  /**
   * What people did with it: approvals with the head they were given at, waivers, in order of time.
   */
  Conversation conversation(long number);

  /**
   * Stores pictures and documents beside the merge requests, content-addressed, and says how
   * Markdown of this forge links to each, in order; an empty text where the forge has no place for
   * a document. What a merge request shows already, among those that this forge has listed, keeps
   * its link.
   */
  List<String> attach(List<Attachment> attachments);

  /** The merge requests that brought a commit to the protected branch; normally at most one. */
  List<MergeRequest> bringing(CommitId merged);
}
