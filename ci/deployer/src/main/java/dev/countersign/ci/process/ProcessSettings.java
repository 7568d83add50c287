package dev.countersign.ci.process;

import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.json.Problems;
import dev.countersign.modelrefs.json.Suggestion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A target of kind {@code process} as configured.
 *
 * @param argv how the app is started; see {@link ArgvTemplate}
 * @param host address of the public port; loopback unless the configuration says otherwise
 * @param state folder of the front; one per target
 * @param readyTimeout how long a new app may take until it is ready
 * @param drain how long a replaced app may take to answer its last requests
 * @param environment names of the variables, beside the common ones, that the app is given
 * @param store root of the artifact store, for the placeholder {@code {store}}; may be empty
 */
record ProcessSettings(
    String name,
    ArgvTemplate argv,
    String host,
    int port,
    Path state,
    Duration readyTimeout,
    Duration drain,
    Set<String> environment,
    String store) {
  static final String KIND = "process";
  static final Set<String> KEYS =
      Set.of("host", "port", "stateDir", "readyTimeout", "drain", "environment", "store");

  ProcessSettings {
    environment = Set.copyOf(environment);
  }

  /**
   * Reads a target's settings.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} with every problem
   */
  static ProcessSettings of(TargetSpec spec) {
    return new Reader(spec).read();
  }

  /** Where the public port is reached from this machine. */
  URI publicUri() {
    return URI.create("http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, port));
  }

  /** Reads setting by setting and collects what is wrong. */
  private static final class Reader {
    private final TargetSpec spec;
    private final Problems problems = new Problems();

    Reader(TargetSpec spec) {
      this.spec = spec;
    }

    ProcessSettings read() {
      if (!spec.kind().equals(KIND)) {
        problems.add("kind", "\"%s\" is not \"%s\"".formatted(spec.kind(), KIND));
      }
      spec.settings().keySet().stream().sorted().forEach(this::checkKnown);
      ProcessSettings settings =
          new ProcessSettings(
              spec.name(),
              argv(),
              spec.settings().getOrDefault("host", "127.0.0.1"),
              setting("port", "", Reader::port, 0),
              setting("stateDir", "", Reader::path, Path.of("")),
              setting("readyTimeout", "60s", Durations::parse, Duration.ZERO),
              setting("drain", "30s", Durations::parse, Duration.ZERO),
              Reader.names(spec.settings().getOrDefault("environment", "")),
              spec.settings().getOrDefault("store", ""));
      problems.throwIfAny(
          ErrorCode.CONFIGURATION_INVALID, "target \"%s\" is not valid".formatted(spec.name()));
      return settings;
    }

    private void checkKnown(String key) {
      if (!KEYS.contains(key)) {
        problems.add(key, "unknown key \"" + key + "\"" + Suggestion.of(key, KEYS));
      }
    }

    private ArgvTemplate argv() {
      List<Problem> found = ArgvTemplate.problems(spec.argv());
      found.forEach(problem -> problems.add(problem.path(), problem.message()));
      return found.isEmpty() ? new ArgvTemplate(spec.argv()) : new ArgvTemplate(List.of("{port}"));
    }

    private <T> T setting(String key, String fallback, Function<String, T> parser, T broken) {
      try {
        return parser.apply(spec.settings().getOrDefault(key, fallback));
      } catch (IllegalArgumentException e) {
        problems.add(key, String.valueOf(e.getMessage()));
        return broken;
      }
    }

    private static int port(String text) {
      if (!text.matches("[0-9]{1,5}")
          || Integer.parseInt(text) < 1
          || 65535 < Integer.parseInt(text)) {
        throw new IllegalArgumentException("\"" + text + "\" is not a port; write 1 to 65535");
      }
      return Integer.parseInt(text);
    }

    private static Path path(String text) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("\"stateDir\" is missing; name a folder");
      }
      return Path.of(text);
    }

    private static Set<String> names(String list) {
      Set<String> names = new TreeSet<>(List.of(list.split("[,\\s]+", -1)));
      names.remove("");
      return names;
    }
  }
}
