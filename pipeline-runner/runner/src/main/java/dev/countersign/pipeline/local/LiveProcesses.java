package dev.countersign.pipeline.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of a run. None outlives the run: closing ends them, and so does the end of this
 * JVM, by a signal too.
 */
final class LiveProcesses implements AutoCloseable {
  private final Set<Process> live = ConcurrentHashMap.newKeySet();
  private final Thread atExit = new Thread(this::end, "end-steps");
  private volatile boolean ended;

  LiveProcesses() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Takes a process in; one that was started too late is ended at once. */
  void add(Process process) {
    live.add(process);
    if (ended) {
      ProcessTree.kill(process);
    }
  }

  /** Lets go of a process that has ended. */
  void remove(Process process) {
    live.remove(process);
  }

  /** Ends every process with its children. */
  void end() {
    ended = true;
    live.forEach(ProcessTree::kill);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // The hook itself is running; it does the same.
      ended = true;
    }
  }
}
