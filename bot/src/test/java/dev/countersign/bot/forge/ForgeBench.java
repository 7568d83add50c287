package dev.countersign.bot.forge;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.util.Optional;

/** A forge with a repository to test an adapter on, and the people who work with it. */
public interface ForgeBench extends AutoCloseable {
  /** The protected branch; it has one commit. */
  String TARGET = "main";

  /** The adapter, made anew as by a new process; acts as the bot. */
  Forge forge();

  /** The repository behind it, opened anew; the caller closes it. */
  GitRepository repository();

  /** Who the forge says the bot is. */
  String bot();

  /** Commits a file on a commit and points a branch at it, as somebody with a Git client would. */
  CommitId push(String branch, CommitId parent, String path, String content);

  /** Where a branch points. */
  Optional<CommitId> tip(String branch);

  /** Deletes a branch. */
  void deleteBranch(String branch);

  /** A person approves the current head. */
  void approve(long number, String login);

  /** A person waives a gate. */
  void waive(long number, String login, String gate, Digest artifact, String reason);

  /** A person closes a merge request. */
  void close(long number, String login);

  /** A person opens a closed merge request again. */
  void reopen(long number, String login);

  /** A person merges; answers the merge commit. */
  CommitId merge(long number, String login);

  /** Changes with everything that is written to a merge request; for "nothing was written". */
  Object writesSoFar(long number);

  @Override
  void close();
}
