package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Writes trees that differ from others in a few files. Only the trees on the way to those files are
 * read and written, so the cost does not depend on how many files a repository has.
 */
final class TreeEditor {
  private final ObjectReader reader;
  private final ObjectInserter inserter;

  TreeEditor(ObjectReader reader, ObjectInserter inserter) {
    this.reader = reader;
    this.inserter = inserter;
  }

  /** The tree with files replaced, added or (where empty) removed. */
  ObjectId edit(Optional<ObjectId> tree, Map<String, Optional<byte[]>> changes) throws IOException {
    Optional<ObjectId> edited = rewrite(tree, changes, "");
    return edited.isPresent() ? edited.get() : inserter.insert(new TreeFormatter());
  }

  /** Empty if nothing is left in it: Git keeps no empty folders. */
  private Optional<ObjectId> rewrite(
      Optional<ObjectId> tree, Map<String, Optional<byte[]>> changes, String folder)
      throws IOException {
    Map<String, Entry> entries = entries(tree);
    Map<String, Map<String, Optional<byte[]>>> below = new HashMap<>();
    for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
      int slash = change.getKey().indexOf('/');
      if (slash < 0) {
        replaceFile(entries, change.getKey(), change.getValue());
      } else {
        below
            .computeIfAbsent(change.getKey().substring(0, slash), name -> new HashMap<>())
            .put(change.getKey().substring(slash + 1), change.getValue());
      }
    }
    for (Map.Entry<String, Map<String, Optional<byte[]>>> child : below.entrySet()) {
      replaceFolder(entries, child.getKey(), child.getValue(), folder);
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(write(entries));
  }

  private void replaceFile(Map<String, Entry> entries, String name, Optional<byte[]> content)
      throws IOException {
    entries.remove(name);
    if (content.isPresent()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, content.get());
      entries.put(name, new Entry(name, FileMode.REGULAR_FILE, blob));
    }
  }

  private void replaceFolder(
      Map<String, Entry> entries, String name, Map<String, Optional<byte[]>> changes, String folder)
      throws IOException {
    Optional<Entry> existing = Optional.ofNullable(entries.remove(name));
    if (existing.isPresent() && !existing.get().mode().equals(FileMode.TREE)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s%s\" is a file in the repository; nothing can be written below it"
              .formatted(folder, name));
    }
    rewrite(existing.map(Entry::id), changes, folder + name + "/")
        .ifPresent(tree -> entries.put(name, new Entry(name, FileMode.TREE, tree)));
  }

  private Map<String, Entry> entries(Optional<ObjectId> tree) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    if (tree.isPresent()) {
      CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree.get());
      for (; !parser.eof(); parser.next()) {
        String name = parser.getEntryPathString();
        entries.put(name, new Entry(name, parser.getEntryFileMode(), parser.getEntryObjectId()));
      }
    }
    return entries;
  }

  private ObjectId write(Map<String, Entry> entries) throws IOException {
    TreeFormatter formatter = new TreeFormatter();
    entries.values().stream()
        .sorted((a, b) -> Arrays.compareUnsigned(a.sortKey(), b.sortKey()))
        .forEach(entry -> formatter.append(entry.name(), entry.mode(), entry.id()));
    return inserter.insert(formatter);
  }

  private record Entry(String name, FileMode mode, ObjectId id) {
    /** Git sorts a folder as if its name ended in a slash. */
    byte[] sortKey() {
      return Constants.encode(mode.equals(FileMode.TREE) ? name + "/" : name);
    }
  }
}
