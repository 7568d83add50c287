package dev.countersign.modelrefs.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEditorTest {
  /** Names that sort otherwise as a folder than as a file. */
  private static final List<String> NAMES =
      List.of("a", "a-b", "a.b", "a0", "b", "B", "ä", "model", "model-refs", "z");

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("test"));
  private final ObjectInserter inserter = repository.newObjectInserter();
  private final ObjectReader reader = inserter.newReader();
  private final TreeEditor editor = new TreeEditor(reader, inserter);

  @AfterEach
  void close() {
    reader.close();
    inserter.close();
    repository.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesTheTreeThatGitsIndexGives_afterAnyEdits(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> files = new HashMap<>();
    Optional<ObjectId> tree = Optional.empty();
    for (int step = 0; step < 40; step++) {
      Map<String, Optional<byte[]>> changes = changes(random, files);
      changes.forEach(
          (path, content) ->
              content.ifPresentOrElse(bytes -> files.put(path, bytes), () -> files.remove(path)));
      tree = Optional.of(editor.edit(tree, changes));
      assertThat(tree).contains(indexTree(files));
    }
  }

  /** Files lie two folders deep, so that no file is in the way of a folder. */
  private static Map<String, Optional<byte[]>> changes(Random random, Map<String, byte[]> files) {
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String path = name(random) + "/" + name(random) + "/" + name(random);
      boolean remove = files.containsKey(path) && random.nextBoolean();
      changes.put(
          path, remove ? Optional.empty() : Optional.of(("" + random.nextInt()).getBytes(UTF_8)));
    }
    return changes;
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private ObjectId indexTree(Map<String, byte[]> files) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      DirCacheEntry entry = new DirCacheEntry(file.getKey());
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
      builder.add(entry);
    }
    builder.finish();
    return index.writeTree(inserter);
  }

  @Test
  void removingWhatIsNotThereChangesNothing() throws IOException {
    ObjectId tree = editor.edit(Optional.empty(), Map.of("a/b", Optional.of(new byte[] {1})));

    assertThat(editor.edit(Optional.of(tree), Map.of("a/c/d", Optional.empty()))).isEqualTo(tree);
  }

  @Test
  void aFileIsNotTakenForAFolder() throws IOException {
    ObjectId tree = editor.edit(Optional.empty(), Map.of("a", Optional.of(new byte[] {1})));

    assertThatThrownBy(
            () -> editor.edit(Optional.of(tree), Map.of("a/b", Optional.of(new byte[] {2}))))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(e).hasMessageStartingWith("\"a\" is a file in the repository");
            });
  }
}
