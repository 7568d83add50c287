package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.value.CommitId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** Between JGit's object names and ours. */
final class Ids {
  private Ids() {}

  static ObjectId of(CommitId commit) {
    return ObjectId.fromString(commit.hex());
  }

  static CommitId commit(AnyObjectId id) {
    return new CommitId(id.name());
  }

  static BlobId blob(AnyObjectId id) {
    return new BlobId(id.name());
  }

  /** Neither a symbolic link nor a submodule nor a folder. */
  static boolean isPlainFile(FileMode mode) {
    return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
  }
}
