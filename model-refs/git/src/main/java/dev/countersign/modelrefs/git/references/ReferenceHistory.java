package dev.countersign.modelrefs.git.references;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads references out of a repository; what it has not been given by a fetch it does not see. */
public final class ReferenceHistory {
  private static final String ROOT = "model-refs";

  private final GitRepository git;

  /** On a repository whose refs of interest were fetched. */
  public ReferenceHistory(GitRepository git) {
    this.git = git;
  }

  /** What lies at a line's path in a commit. */
  public ReferenceReading at(CommitId commit, ModelEnvironment line) {
    Optional<BlobId> blob =
        Optional.ofNullable(git.list(commit, folder(line)).get(line.referencePath()));
    return blob.isEmpty() ? new ReferenceReading.Absent() : read(commit, line, blob.get()).get();
  }

  /**
   * Every line that has a reference in a commit. Reads no file that is not a reference; a path
   * whose folders are not names of a model and an environment is no line.
   */
  public SortedMap<ModelEnvironment, ReferenceReading> all(CommitId commit) {
    Map<ModelEnvironment, Supplier<ReferenceReading>> found = new HashMap<>();
    for (Map.Entry<String, BlobId> file : git.list(commit, ROOT).entrySet()) {
      line(file.getKey()).ifPresent(line -> found.put(line, read(commit, line, file.getValue())));
    }
    // Files are read one after the other, as the port demands; to check a thousand takes longer.
    return found.entrySet().parallelStream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().get(), (one, other) -> one, TreeMap::new));
  }

  /** Every first-parent commit up to a tip that touched a line's path, newest first. */
  public List<ReferenceChange> of(ModelEnvironment line, CommitId tip) {
    return git.log(LogQuery.historyOf(line.referencePath(), tip)).stream()
        .map(commit -> new ReferenceChange(commit, at(commit.id(), line)))
        .toList();
  }

  /** The newest first-parent commit up to a tip that touched a line's path, if any. */
  public Optional<ReferenceChange> newest(ModelEnvironment line, CommitId tip) {
    LogQuery one = new LogQuery(tip, Optional.empty(), Optional.of(line.referencePath()), true, 1);
    return git.log(one).stream()
        .findFirst()
        .map(commit -> new ReferenceChange(commit, at(commit.id(), line)));
  }

  /** Reads the file now; what comes of it is for later, and may be asked for by any thread. */
  private Supplier<ReferenceReading> read(CommitId commit, ModelEnvironment line, BlobId blob) {
    Optional<byte[]> bytes = git.read(commit, line.referencePath());
    return bytes.isEmpty() ? ReferenceReading.Absent::new : () -> decode(bytes.get(), line, blob);
  }

  private static ReferenceReading decode(byte[] bytes, ModelEnvironment line, BlobId blob) {
    try {
      ReferenceDocument document = ReferenceCodec.decode(bytes, line.referencePath());
      ModelEnvironment about = document.reference().line();
      return about.equals(line)
          ? new ReferenceReading.Present(blob, document)
          : new ReferenceReading.Unreadable(
              blob, ErrorCode.INPUT_INVALID, "it is about \"" + about + "\"");
    } catch (CountersignException e) {
      String problems =
          e.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
      String reason = problems.isEmpty() ? e.explanation() : e.explanation() + ": " + problems;
      return new ReferenceReading.Unreadable(blob, e.code(), reason);
    }
  }

  private static Optional<ModelEnvironment> line(String path) {
    try {
      return ModelEnvironment.isReferencePath(path)
          ? Optional.of(ModelEnvironment.ofReferencePath(path))
          : Optional.empty();
    } catch (IllegalArgumentException notANameOfOurs) {
      return Optional.empty();
    }
  }

  private static String folder(ModelEnvironment line) {
    return ROOT + "/" + line;
  }
}
