package dev.countersign.modelrefs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir private Path folder;
  private Path tree;

  @BeforeEach
  void makeATree() throws IOException {
    tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(tree.resolve("a/b/model.bin"), "weights");
    Files.writeString(tree.resolve("notes.txt"), "n");
  }

  @Test
  void deletesAFolderWithAllThatIsInIt() throws IOException {
    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(folder).exists();
  }

  @Test
  void deletesAFile_andNothingWhereNothingIs() throws IOException {
    FileTree.delete(tree.resolve("notes.txt"));
    FileTree.delete(tree.resolve("notes.txt"));

    assertThat(tree.resolve("notes.txt")).doesNotExist();
    assertThat(tree.resolve("a/b/model.bin")).exists();
  }

  @Test
  void deletesALink_notWhatItPointsTo() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");
    Files.createSymbolicLink(tree.resolve("file-link"), kept);
    Files.createSymbolicLink(tree.resolve("folder-link"), folder);

    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(kept).hasContent("kept");
  }

  @Test
  void copiesAFolderOrOneFile() throws IOException {
    FileTree.copy(tree, folder.resolve("copy"));
    FileTree.copy(tree.resolve("notes.txt"), folder.resolve("one.txt"));

    assertThat(folder.resolve("copy/a/b/model.bin")).hasContent("weights");
    assertThat(folder.resolve("one.txt")).hasContent("n");
  }

  @Test
  void copiesNoLink() throws IOException {
    Files.createSymbolicLink(tree.resolve("link"), folder);

    assertThatThrownBy(() -> FileTree.copy(tree, folder.resolve("copy")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("link\" is not a file");
  }
}
