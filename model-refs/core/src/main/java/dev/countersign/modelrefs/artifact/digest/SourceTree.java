package dev.countersign.modelrefs.artifact.digest;

import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What lies in a folder, or the one file it is.
 *
 * @param files sorted by path
 * @param problems what an artifact cannot hold: links, devices, empty folders, names that are not
 *     portable; their paths are relative to the folder
 */
public record SourceTree(List<SourceFile> files, List<Problem> problems) {
  public SourceTree {
    files = files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    problems = List.copyOf(problems);
  }

  /**
   * Walks a folder without following links. A single file is a tree of one file with its own name.
   *
   * @throws CountersignException {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#PATH_REFUSED} if the
   *     source itself is a link, {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if it cannot be read
   */
  public static SourceTree of(Path source) {
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "\"%s\" does not exist".formatted(source));
    }
    if (Files.isSymbolicLink(source)) {
      throw new CountersignException(
          ErrorCode.PATH_REFUSED,
          "\"%s\" is a symbolic link; give what it points to".formatted(source));
    }
    try {
      SourceWalk walk = new SourceWalk(source);
      Files.walkFileTree(source, walk);
      return walk.tree();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "\"%s\" cannot be read: %s".formatted(source, IoReason.of(e)),
          e);
    }
  }

  /**
   * A tree of the files given, wherever they lie.
   *
   * @throws CountersignException {@link ErrorCode#PATH_REFUSED} if one is not a regular file,
   *     {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if one cannot be read
   */
  public static SourceTree of(Map<ArtifactPath, Path> files) {
    List<SourceFile> found = new ArrayList<>();
    files.forEach((path, file) -> found.add(SourceFile.of(path, file)));
    return new SourceTree(found, List.of());
  }

  /**
   * The same tree, if an artifact can be made of it.
   *
   * @throws CountersignException {@link ErrorCode#PATH_REFUSED} with every problem
   */
  public SourceTree orRefuse(Path source) {
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.PATH_REFUSED,
          "\"%s\" holds what an artifact cannot hold".formatted(source),
          problems);
    }
    return this;
  }
}
