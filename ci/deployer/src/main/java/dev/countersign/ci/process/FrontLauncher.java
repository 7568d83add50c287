package dev.countersign.ci.process;

import dev.countersign.ci.process.control.FrontAddress;
import dev.countersign.ci.process.control.StateFolder;
import dev.countersign.ci.process.front.FrontMain;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the front of a state folder, or starts it as a process that outlives this one. */
final class FrontLauncher {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final File NOTHING = new File("/dev/null");

  private final ProcessSettings settings;
  private final StateFolder state;
  private final JavaCommand java;
  private final HttpClient http;

  FrontLauncher(ProcessSettings settings, StateFolder state, JavaCommand java, HttpClient http) {
    this.settings = settings;
    this.state = state;
    this.java = java;
    this.http = http;
  }

  /** The front of the state folder, if its process runs. */
  Optional<FrontClient> find() {
    return state
        .front()
        .filter(address -> address.process().find().isPresent())
        .map(address -> new FrontClient(http, address));
  }

  /**
   * The front of a line, started if need be.
   *
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if it cannot be started, naming
   *     the port if that is taken; {@code CONFLICT} if the running one serves something else
   */
  FrontClient ensure(ModelEnvironment line) {
    return find().map(front -> checked(front, line)).orElseGet(() -> start(line));
  }

  private FrontClient checked(FrontClient front, ModelEnvironment line) {
    FrontAddress address = front.address();
    front.status();
    boolean same =
        address.line().equals(line.toString())
            && address.host().equals(settings.host())
            && address.port() == settings.port();
    if (!same) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s\" belongs to the %s; target \"%s\" is configured as %s on %s:%d"
              .formatted(
                  state.root(), address, settings.name(), line, settings.host(), settings.port()));
    }
    return front;
  }

  private FrontClient start(ModelEnvironment line) {
    state.make();
    Process process = spawn(line);
    return Polling.until(PATIENCE, () -> findUnlessFailed(process))
        .orElseThrow(() -> failed("did not come up within " + PATIENCE.toSeconds() + " s"));
  }

  private Optional<FrontClient> findUnlessFailed(Process process) {
    Optional<FrontClient> front = find();
    if (front.isEmpty() && !process.isAlive()) {
      int exit = process.exitValue();
      if (exit == FrontMain.PORT_TAKEN) {
        throw portTaken();
      }
      if (exit != FrontMain.ALREADY_RUNNING) {
        throw failed("ended with exit code " + exit);
      }
    }
    return front;
  }

  private Process spawn(ModelEnvironment line) {
    ProcessBuilder builder = new ProcessBuilder(command(line));
    Map<String, String> environment =
        ChildEnvironment.allowed(ChildEnvironment.ofThisProcess(), Set.of());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(NOTHING).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(state.frontLog().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE, "the front cannot be started: " + e.getMessage(), e);
    }
  }

  /** In a session of its own where the system can, so that Ctrl-C on a deployer does not end it. */
  private List<String> command(ModelEnvironment line) {
    List<String> command = new ArrayList<>();
    Stream.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"))
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(
        java.small(
            FrontMain.class,
            List.of(
                state.root().toString(),
                line.toString(),
                settings.host(),
                Integer.toString(settings.port()))));
    return command;
  }

  private CountersignException portTaken() {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE,
        "port %d on %s is taken by another program; end that program (\"ss -ltnp sport = :%d\" names it) or set another \"port\" for target \"%s\""
            .formatted(settings.port(), settings.host(), settings.port(), settings.name()));
  }

  private CountersignException failed(String what) {
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE, "the front " + what + LogTail.of(state.frontLog()));
  }
}
