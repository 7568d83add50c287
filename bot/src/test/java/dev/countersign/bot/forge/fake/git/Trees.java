package dev.countersign.bot.forge.fake.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads and makes trees and blobs. */
public final class Trees {
  /** One entry of a tree; the mode as Git prints it, such as {@code 100644}. */
  public record Entry(String path, String mode, String type, String id) {}

  private final FakeRepository repository;

  public Trees(FakeRepository repository) {
    this.repository = repository;
  }

  /** Stores a file's content; answers its id. */
  public String blob(byte[] content) {
    return repository.insert(inserter -> inserter.insert(Constants.OBJ_BLOB, content).name());
  }

  /** Changes some files of a tree to other blobs, or takes them out; answers the new tree's id. */
  public String change(Optional<String> base, Map<String, Optional<String>> blobs) {
    return repository.insert(
        inserter -> {
          DirCache index = DirCache.newInCore();
          DirCacheBuilder before = index.builder();
          if (base.isPresent()) {
            try (ObjectReader reader = repository.jgit().newObjectReader()) {
              before.addTree(new byte[0], 0, reader, ObjectId.fromString(base.get()));
            }
          }
          before.finish();
          DirCacheEditor editor = index.editor();
          blobs.forEach((path, blob) -> editor.add(edit(path, blob)));
          editor.finish();
          return index.writeTree(inserter).name();
        });
  }

  private static DirCacheEditor.PathEdit edit(String path, Optional<String> blob) {
    if (blob.isEmpty()) {
      return new DirCacheEditor.DeletePath(path);
    }
    return new DirCacheEditor.PathEdit(path) {
      @Override
      public void apply(DirCacheEntry entry) {
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(ObjectId.fromString(blob.get()));
      }
    };
  }

  /** What a tree holds, with the folders themselves if it is read without them. */
  public List<Entry> list(String tree, boolean recursive) {
    return FakeRepository.calling(
        () -> {
          try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(ObjectId.fromString(tree));
            walk.setRecursive(recursive);
            List<Entry> entries = new ArrayList<>();
            while (walk.next()) {
              FileMode mode = walk.getFileMode();
              entries.add(
                  new Entry(
                      walk.getPathString(),
                      "%06o".formatted(mode.getBits()),
                      Constants.typeString(mode.getObjectType()),
                      walk.getObjectId(0).name()));
            }
            return entries;
          }
        });
  }

  /** An object's bytes if it exists and is of that type. */
  public Optional<byte[]> object(String id, int type) {
    return FakeRepository.calling(
        () -> {
          ObjectId object = ObjectId.fromString(id);
          return repository.jgit().getObjectDatabase().has(object)
              ? Optional.of(repository.jgit().open(object, type).getBytes())
              : Optional.empty();
        });
  }
}
