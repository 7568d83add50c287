package dev.countersign.ci.process.front;

import dev.countersign.ci.process.control.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/**
 * The main class of the front process; {@link dev.countersign.ci.process.ProcessTarget} starts it.
 * It ends with {@link #DONE} after a shutdown, {@link #ALREADY_RUNNING} if the state folder has a
 * front, and {@link #PORT_TAKEN} if another program has the public port.
 */
public final class FrontMain {
  /** It was shut down in order. */
  public static final int DONE = 0;

  /** Another front holds the state folder. */
  public static final int ALREADY_RUNNING = 6;

  /** The public port cannot be listened on. */
  public static final int PORT_TAKEN = 7;

  private FrontMain() {}

  /** Runs a front until it is shut down; arguments: {@code STATE_FOLDER LINE HOST PORT}. */
  public static void main(String[] args) throws Exception {
    System.exit(run(FrontOptions.parse(args), System.err));
  }

  private static int run(FrontOptions options, PrintStream log) throws Exception {
    StateFolder state = new StateFolder(options.state());
    state.make();
    try (FileChannel channel =
            FileChannel.open(
                state.frontLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null ? ALREADY_RUNNING : serve(new Front(options, log), log);
    }
  }

  private static int serve(Front front, PrintStream log) throws Exception {
    try {
      front.start();
    } catch (IOException e) {
      log.println(e.getMessage());
      return PORT_TAKEN;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(front, log), "terminated"));
    front.join();
    return DONE;
  }

  private static void stop(Front front, PrintStream log) {
    try {
      front.stop();
    } catch (Exception e) {
      log.println("could not stop in order: " + e);
    }
  }
}
