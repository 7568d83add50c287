package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.BlobId;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Finds plain files in a tree. Reads only the trees on the way. */
final class CommitFiles {
  /** Larger files have no business in this repository. */
  private static final int MAX_BYTES = 64 << 20;

  private final ObjectReader reader;
  private final ObjectId tree;

  CommitFiles(ObjectReader reader, ObjectId tree) {
    this.reader = reader;
    this.tree = tree;
  }

  Optional<ObjectId> find(String path) throws IOException {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
      return found == null || !Ids.isPlainFile(found.getFileMode(0))
          ? Optional.empty()
          : Optional.of(found.getObjectId(0));
    }
  }

  byte[] content(ObjectId blob) throws IOException {
    return reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(MAX_BYTES);
  }

  Map<String, BlobId> below(String folder) throws IOException {
    Optional<ObjectId> root = folder(folder);
    if (root.isEmpty()) {
      return Map.of();
    }
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Map<String, BlobId> files = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(root.get());
      walk.setRecursive(true);
      while (walk.next()) {
        if (Ids.isPlainFile(walk.getFileMode(0))) {
          files.put(prefix + walk.getPathString(), Ids.blob(walk.getObjectId(0)));
        }
      }
    }
    return Collections.unmodifiableMap(files);
  }

  private Optional<ObjectId> folder(String path) throws IOException {
    if (path.isEmpty()) {
      return Optional.of(tree);
    }
    try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
      return found == null || !found.isSubtree()
          ? Optional.empty()
          : Optional.of(found.getObjectId(0));
    }
  }
}
