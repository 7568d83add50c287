package dev.countersign.ci.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How to start a Java program.
 *
 * @param java the {@code java} program
 * @param classPath in the platform's form
 */
public record JavaCommand(Path java, String classPath) {
  /** Small and quick to start: a front passes bytes on and computes nothing. */
  private static final List<String> SMALL =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /** The Java and the class path that this process runs with. */
  public static JavaCommand ofThisProcess() {
    return new JavaCommand(
        Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java"),
        Objects.requireNonNull(System.getProperty("java.class.path")));
  }

  /** The command line of a small main class. */
  List<String> small(Class<?> mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(SMALL);
    command.addAll(List.of("-cp", classPath, mainClass.getName()));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
