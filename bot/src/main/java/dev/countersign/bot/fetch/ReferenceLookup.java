package dev.countersign.bot.fetch;

import dev.countersign.bot.config.ConfigSource;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the reference that a person names: a file, or a line with or without a commit. */
public final class ReferenceLookup {
  private final GitRepository git;
  private final String branch;

  /**
   * @param branch the protected branch
   */
  public ReferenceLookup(GitRepository git, String branch) {
    this.git = git;
    this.branch = branch;
  }

  /**
   * The reference.
   *
   * @param name {@code MODEL/ENVIRONMENT}, {@code MODEL/ENVIRONMENT@COMMIT}, or a file
   * @throws CountersignException {@code USAGE}, {@code NOT_FOUND}, {@code CHECKSUM_MISMATCH}
   */
  public ModelReference find(String name) {
    if (isFile(name)) {
      return ReferenceCodec.decode(read(Path.of(name)), name).reference();
    }
    return ReferenceCodec.decode(bytes(name), name).reference();
  }

  /** Whether a name is that of a file. */
  public static boolean isFile(String name) {
    return name.endsWith(".json");
  }

  /** The bytes of the reference that a line, with or without a commit, names. */
  public byte[] bytes(String name) {
    try {
      int at = name.indexOf('@');
      ModelEnvironment line = ModelEnvironment.parse(at < 0 ? name : name.substring(0, at));
      CommitId tip = ConfigSource.tipOf(git, branch);
      CommitId commit = at < 0 ? tip : new CommitId(name.substring(at + 1));
      return git.read(commit, line.referencePath()).orElseThrow(() -> missing(line, commit));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** A line that nobody configured is likely mistyped; any other was not merged yet. */
  private CountersignException missing(ModelEnvironment line, CommitId commit) {
    ConfigSource.atTipOf(git, branch).named(line);
    return new CountersignException(
        ErrorCode.NOT_FOUND,
        "commit \"%s\" has no reference of \"%s\"".formatted(commit.shortHex(), line));
  }

  /** The bytes of a file. */
  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
