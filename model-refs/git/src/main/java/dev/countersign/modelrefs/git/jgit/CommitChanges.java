package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.PathChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What commits change; symbolic links, submodules and changes of mode count as changes. */
final class CommitChanges {
  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  private final RevWalk walk;
  private final ObjectReader reader;

  CommitChanges(RevWalk walk) {
    this.walk = walk;
    this.reader = walk.getObjectReader();
  }

  /** One list per parent; for a root commit one list against nothing. */
  List<List<PathChange>> of(RevCommit commit) throws IOException {
    if (commit.getParentCount() == 0) {
      return List.of(between(Optional.empty(), commit));
    }
    List<List<PathChange>> perParent = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      perParent.add(between(Optional.of(walk.parseCommit(parent)), commit));
    }
    return perParent;
  }

  private List<PathChange> between(Optional<RevCommit> before, RevCommit after) throws IOException {
    List<PathChange> changes = new ArrayList<>();
    try (TreeWalk trees = new TreeWalk(reader)) {
      if (before.isPresent()) {
        trees.addTree(before.get().getTree());
      } else {
        trees.addTree(new EmptyTreeIterator());
      }
      trees.addTree(after.getTree());
      trees.setFilter(TreeFilter.ANY_DIFF);
      trees.setRecursive(true);
      while (trees.next()) {
        changes.add(new PathChange(trees.getPathString(), side(trees, BEFORE), side(trees, AFTER)));
      }
    }
    return changes;
  }

  private static Optional<BlobId> side(TreeWalk trees, int side) {
    boolean isFile =
        trees.getFileMode(side) != FileMode.MISSING && trees.getFileMode(side) != FileMode.TREE;
    return isFile ? Optional.of(Ids.blob(trees.getObjectId(side))) : Optional.empty();
  }

  /** Whether a commit's tree has something else at a path than its first parent's. */
  boolean touches(RevCommit commit, String path) throws IOException {
    Optional<Entry> before =
        commit.getParentCount() == 0
            ? Optional.empty()
            : entry(walk.parseCommit(commit.getParent(0)), path);
    return !before.equals(entry(commit, path));
  }

  private Optional<Entry> entry(RevCommit commit, String path) throws IOException {
    try (TreeWalk found = TreeWalk.forPath(reader, path, commit.getTree())) {
      return found == null
          ? Optional.empty()
          : Optional.of(new Entry(found.getRawMode(0), found.getObjectId(0)));
    }
  }

  private record Entry(int mode, AnyObjectId id) {}
}
