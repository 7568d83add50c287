package dev.countersign.bot.forge.fake.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;

/** What a person does with a Git client: commit on a commit, and point a branch there. */
public final class Pushing {
  private final FakeRepository repository;

  public Pushing(FakeRepository repository) {
    this.repository = repository;
  }

  /** Commits files on top of parents, of which the first gives the rest of the tree. */
  public String commit(
      List<String> parents, Map<String, String> files, PersonIdent by, String message) {
    return repository.insert(
        inserter -> {
          CommitBuilder commit = new CommitBuilder();
          commit.setTreeId(tree(inserter, parents, files));
          commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
          commit.setAuthor(by);
          commit.setCommitter(by);
          commit.setMessage(message);
          return inserter.insert(commit).name();
        });
  }

  private ObjectId tree(ObjectInserter inserter, List<String> parents, Map<String, String> files)
      throws IOException {
    DirCache index = DirCache.newInCore();
    if (!parents.isEmpty()) {
      DirCacheBuilder before = index.builder();
      try (ObjectReader reader = repository.jgit().newObjectReader()) {
        before.addTree(
            new byte[0], 0, reader, repository.commit(parents.get(0)).orElseThrow().getTree());
      }
      before.finish();
    }
    DirCacheEditor editor = index.editor();
    for (Map.Entry<String, String> file : files.entrySet()) {
      ObjectId blob =
          inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
      editor.add(
          new DirCacheEditor.PathEdit(file.getKey()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.REGULAR_FILE);
              entry.setObjectId(blob);
            }
          });
    }
    editor.finish();
    return index.writeTree(inserter);
  }
}
