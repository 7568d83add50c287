package dev.countersign.ci.verify;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.PathChange;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The protected branch as it was when it was fetched. Only its first-parent commits count: a commit
 * of a merged branch is not itself merged (fault row 59).
 */
public final class ProtectedBranch {
  private final GitRepository git;
  private final String name;
  private final CommitId tip;

  private ProtectedBranch(GitRepository git, String name, CommitId tip) {
    this.git = git;
    this.name = name;
    this.tip = tip;
  }

  /**
   * Fetches the branch and what merge requests need.
   *
   * @param name without {@code refs/heads/}
   * @throws CountersignException {@code NOT_FOUND} if there is no such branch
   */
  public static ProtectedBranch fetch(GitRepository git, String name) {
    String ref = "refs/heads/" + name;
    CommitId tip =
        git.fetch(List.of(ref, "refs/heads/countersign/*", "refs/countersign/mr/*")).get(ref);
    if (tip == null) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "the repository has no branch \"" + name + "\"");
    }
    return new ProtectedBranch(git, name, tip);
  }

  /** Its name, without {@code refs/heads/}. */
  public String name() {
    return name;
  }

  /** Its newest commit. */
  public CommitId tip() {
    return tip;
  }

  /** The repository it is in. */
  GitRepository git() {
    return git;
  }

  /**
   * Makes sure that a commit is a first-parent commit of the branch.
   *
   * @throws CountersignException {@code COMMIT_NOT_MERGED}
   */
  public void requireMerged(CommitId commit) {
    if (!holds(commit)) {
      throw new CountersignException(
          ErrorCode.COMMIT_NOT_MERGED,
          "commit \"%s\" is not on the protected branch \"%s\"".formatted(commit, name));
    }
  }

  /** Whether a commit is a first-parent commit of the branch; one that is not known is none. */
  public boolean holds(CommitId commit) {
    return commit.equals(tip) || newerThan(commit).stream().anyMatch(isChildOf(commit));
  }

  private List<GitCommit> newerThan(CommitId commit) {
    try {
      return log(tip, Optional.of(commit), Optional.empty(), Integer.MAX_VALUE);
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  private static Predicate<GitCommit> isChildOf(CommitId commit) {
    return child -> !child.parents().isEmpty() && child.parents().get(0).equals(commit);
  }

  /** Whether one first-parent commit of the branch is another one or lies before it. */
  public boolean isBefore(CommitId older, CommitId newer) {
    return log(older, Optional.of(newer), Optional.empty(), 1).isEmpty();
  }

  /** The newest first-parent commit up to one that touched a line's reference. */
  public Optional<GitCommit> newest(ModelEnvironment line, CommitId upTo) {
    return log(upTo, Optional.empty(), Optional.of(line.referencePath()), 1).stream().findFirst();
  }

  /** The first-parent commits up to one that touched a line's reference, newest first. */
  public List<GitCommit> history(ModelEnvironment line, CommitId upTo) {
    return log(upTo, Optional.empty(), Optional.of(line.referencePath()), Integer.MAX_VALUE);
  }

  /** The first-parent commits after one, up to the tip, that touched a line's reference. */
  List<GitCommit> historySince(ModelEnvironment line, CommitId since) {
    return log(tip, Optional.of(since), Optional.of(line.referencePath()), Integer.MAX_VALUE);
  }

  /** Every line that has a reference at a commit, in order. */
  public List<ModelEnvironment> linesAt(CommitId commit) {
    return List.copyOf(references().all(commit).keySet());
  }

  /** The references of this repository. */
  public ReferenceHistory references() {
    return new ReferenceHistory(git);
  }

  /**
   * The lines whose reference a commit brought.
   *
   * @throws CountersignException {@code COMMIT_NOT_MERGED}
   */
  public List<ModelEnvironment> linesBroughtBy(CommitId commit) {
    requireMerged(commit);
    GitCommit found = log(commit, Optional.empty(), Optional.empty(), 1).get(0);
    List<String> paths = found.changes().get(0).stream().map(PathChange::path).toList();
    return linesAt(commit).stream().filter(line -> paths.contains(line.referencePath())).toList();
  }

  private List<GitCommit> log(
      CommitId from, Optional<CommitId> excluding, Optional<String> path, int limit) {
    return git.log(new LogQuery(from, excluding, path, true, limit));
  }
}
