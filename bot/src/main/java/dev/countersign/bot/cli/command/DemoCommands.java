package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.bot.cli.CommandLineApp;
import dev.countersign.bot.cli.Console;
import dev.countersign.bot.demo.CommandRunner;
import dev.countersign.bot.demo.DemoOptions;
import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the demo's commands, in this process or as one of its own. */
final class DemoCommands implements CommandRunner {
  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "JAVA_HOME");

  private final SessionOptions repository;
  private final DemoOptions demo;
  private final Console console;

  DemoCommands(SessionOptions repository, DemoOptions demo, Console console) {
    this.repository = repository;
    this.demo = demo;
    this.console = console;
  }

  @Override
  public Outcome here(List<String> arguments) {
    StringWriter out = new StringWriter();
    Console quiet =
        new Console(
            Reader.nullReader(),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            console.environment());
    int exitCode =
        new CommandLineApp(quiet).run(Commands.all(), complete(arguments).toArray(String[]::new));
    return new Outcome(exitCode, json(out.toString()));
  }

  @Override
  public Outcome apart(List<String> arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home", "/usr"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    Path archive = demo.home().resolve("bot/target/app/countersign.jsa");
    if (Files.exists(archive)) {
      argv.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
    }
    argv.addAll(List.of("-cp", classPath()));
    argv.add(Main.class.getName());
    argv.addAll(arguments);
    argv.addAll(whatACiJobIsGiven());
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.directory(workspace());
    builder.environment().keySet().retainAll(PASSED_ON);
    File log = demo.folder().resolve("ci-job.log").toAbsolutePath().toFile();
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), json(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CountersignException(ErrorCode.INTERRUPTED, "the demo was stopped", e);
    }
  }

  /** Where the remote is: the job makes a clone of its own. It has no key of the bot. */
  private List<String> whatACiJobIsGiven() {
    Path folder = Path.of(repository.repository().orElseThrow());
    String remote = new RemoteLocation.Cloned(folder).toString();
    List<String> given = new ArrayList<>(List.of("--repository", remote));
    given.addAll(page());
    given.addAll(List.of("--output", "json"));
    return given;
  }

  private List<String> page() {
    return repository.forge().address() instanceof ForgeAddress.Local local
        ? List.of("--page", local.page().toString())
        : List.of();
  }

  /** That of this process, for one that works in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private File workspace() {
    try {
      return Files.createDirectories(demo.folder().resolve("ci-job")).toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person would have in the environment, given as options. */
  private List<String> complete(List<String> arguments) {
    List<String> complete = new ArrayList<>(arguments);
    repository.repository().ifPresent(path -> complete.addAll(List.of("--repository", path)));
    repository
        .signingKey()
        .ifPresent(path -> complete.addAll(List.of("--signing-key", path.toString())));
    complete.addAll(page());
    complete.addAll(List.of("--output", "json"));
    return complete;
  }

  private static JsonNode json(String out) {
    return out.isBlank()
        ? MissingNode.getInstance()
        : StrictJson.read(out.getBytes(StandardCharsets.UTF_8), "the command's output");
  }
}
