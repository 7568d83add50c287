package dev.countersign.bot.wiring;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
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
  private final Session session;

  /** In an open session. */
  public ReferenceLookup(Session session) {
    this.session = session;
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
      CommitId tip = session.tip();
      CommitId commit = at < 0 ? tip : new CommitId(name.substring(at + 1));
      return session
          .git()
          .read(commit, line.referencePath())
          .orElseThrow(
              () ->
                  new CountersignException(
                      ErrorCode.NOT_FOUND,
                      "commit \"%s\" has no reference of \"%s\""
                          .formatted(commit.shortHex(), line)));
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The baseline of a line.
   *
   * @throws CountersignException {@code NOT_FOUND} if there is none
   */
  public ModelReference baseline(ModelEnvironment line) {
    return new BaselineFetcher(session)
        .resolve(line)
        .map(baseline -> baseline.release().reference())
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND,
                    "nothing of \"%s\" was deployed with a valid approval".formatted(line)));
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
