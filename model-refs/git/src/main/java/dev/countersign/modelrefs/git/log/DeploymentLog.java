package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was deployed, held and released, for every line. Not thread-safe, as its repository; any
 * number of processes may append at once.
 */
public final class DeploymentLog {
  /** The branch that holds it. */
  public static final String BRANCH = "countersign/deployments";

  private final ChainedLog<DeploymentRecord> log;

  /**
   * @param git commits are signed if it has a signing key
   */
  public DeploymentLog(GitRepository git) {
    this.log = new ChainedLog<>(git, BRANCH, new DeploymentRecordCodec());
  }

  /** The log of a line as it is now. Lines that do not verify are in it, marked; none is fatal. */
  public LineLog read(ModelEnvironment line) {
    return lineLog(log.read(line));
  }

  /** The logs of several lines, all as of the same moment. */
  public SortedMap<ModelEnvironment, LineLog> readAll(Collection<ModelEnvironment> lines) {
    SortedMap<ModelEnvironment, LineLog> logs = new TreeMap<>();
    log.readAll(lines).forEach((line, content) -> logs.put(line, lineLog(content)));
    return logs;
  }

  /**
   * Appends a record; an equal one that is there is not appended again, so a call may be repeated.
   *
   * @return whether it was appended
   * @throws dev.countersign.modelrefs.error.CountersignException {@code CONFLICT} if others kept
   *     writing for longer than it is worth waiting, or if the branch is protected
   */
  public boolean append(ModelEnvironment line, DeploymentRecord record) {
    return log.append(line, record, record.at(), record::equals);
  }

  private static LineLog lineLog(ChainedLog.Content<DeploymentRecord> content) {
    return new LineLog(content.state(), content.entries());
  }
}
