package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.Problem;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Collects the files of a tree and whatever else is in it. */
final class SourceWalk extends SimpleFileVisitor<Path> {
  private final Path source;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** For each open folder, how many entries it has had so far. */
  private final Deque<Integer> entries = new ArrayDeque<>();

  SourceWalk(Path source) {
    this.source = source;
  }

  SourceTree tree() {
    return new SourceTree(files, problems);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    countEntry();
    entries.push(0);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, java.io.@Nullable IOException failure)
      throws java.io.IOException {
    if (failure != null) {
      throw failure;
    }
    if (entries.pop() == 0) {
      problem(folder, "is an empty folder, which a manifest cannot name");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    countEntry();
    if (attributes.isSymbolicLink()) {
      problem(file, "is a symbolic link");
    } else if (!attributes.isRegularFile()) {
      problem(file, "is neither a file nor a folder");
    } else {
      add(file, attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (name.indexOf('\uFFFD') >= 0) {
      problem(file, "has a name that this locale cannot read; use a UTF-8 locale");
      return;
    }
    try {
      ArtifactPath path = new ArtifactPath(name);
      files.add(new SourceFile(path, file, SourceFile.State.of(attributes)));
    } catch (IllegalArgumentException e) {
      problem(file, String.valueOf(e.getMessage()));
    }
  }

  private void countEntry() {
    if (!entries.isEmpty()) {
      entries.push(entries.pop() + 1);
    }
  }

  private void problem(Path path, String message) {
    problems.add(new Problem(name(path), message));
  }

  private String name(Path path) {
    if (path.equals(source)) {
      return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }
    return StreamSupport.stream(source.relativize(path).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
