package dev.countersign.bot.demo;

import dev.countersign.bot.web.ReviewSite;
import dev.countersign.bot.wiring.ForgeAccess;
import dev.countersign.bot.wiring.ReviewSites;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The whole loop on this machine: makes the world, tells the story, cleans up. */
public final class Demo {
  private final DemoOptions options;
  private final DemoFiles files;
  private final Narrator narrator;
  private final BooleanSupplier saidYes;

  /**
   * @param terminal takes one line at a time
   * @param saidYes whether the person has typed {@code y} since it was asked last; never blocks
   */
  public Demo(DemoOptions options, Consumer<String> terminal, BooleanSupplier saidYes) {
    this.options = options;
    this.files = new DemoFiles(options.folder());
    this.narrator = new Narrator(terminal);
    this.saidYes = saidYes;
  }

  /**
   * Tells the story. What an earlier demo left is touched once nothing is in the way of this one.
   *
   * @param commands makes the runner of commands for a repository
   * @param told is given what there is to know about it, before what is kept running is waited for
   * @return the same
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if the folder cannot be written, a
   *     port is taken, another demo runs there or the samples are not built; else the error of the
   *     step that failed
   */
  public DemoSummary tell(
      Function<SessionOptions, CommandRunner> commands, Consumer<DemoSummary> told) {
    requireSamples();
    DemoWorld world = new DemoWorld(files);
    freePort(options.pagePort(), "--page-port");
    DemoLock lock = world.take();
    try {
      return tell(world, commands, told);
    } finally {
      lock.close();
    }
  }

  private DemoSummary tell(
      DemoWorld world,
      Function<SessionOptions, CommandRunner> commands,
      Consumer<DemoSummary> told) {
    long start = System.nanoTime();
    new Attacker(files, repository(page(0))).clearUp(line());
    int appPort = freePort(options.appPort(), "--app-port");
    world.create(settings(appPort), Clock.systemUTC().instant());
    Identity bob = new Identity("bob", Optional.empty());
    try (ReviewSite site = ReviewSites.start(files.repository(), "main", options.pagePort(), bob)) {
      SessionOptions repository = repository(site.uri());
      Attacker attacker = new Attacker(files, repository);
      Thread onInterrupt = new Thread(() -> stop(attacker));
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      StoryRunner runner =
          new StoryRunner(
              files, commands.apply(repository), narrator, reviewer(repository, site.uri()));
      App app = new App(appPort);
      Story story = new Story(runner, app, attacker, pipeline().toString());
      narrator.say("the review page is at " + site.uri());
      story.tell();
      DemoSummary summary =
          new DemoSummary(
              runner.steps(),
              runner.deployments(),
              story.requestsSent(),
              story.requestsFailed(),
              (System.nanoTime() - start) / 1_000_000_000L);
      told.accept(summary);
      end(site.uri(), app);
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
      attacker.clearUp(line());
      return summary;
    }
  }

  private void stop(Attacker attacker) {
    narrator.say("Interrupted; the page and the app are stopped.");
    attacker.clearUp(line());
  }

  private Reviewer reviewer(SessionOptions repository, URI page) {
    return options.unattended()
        ? new SimulatedReviewer()
        : new InteractiveReviewer(repository, page, saidYes);
  }

  private void end(URI page, App app) {
    if (!options.keep()) {
      narrator.say("Everything is stopped. What is left lies in " + files.root());
      return;
    }
    narrator.say("Everything keeps running until you press Ctrl-C.");
    narrator.say("  the review page   " + page);
    narrator.say("  the inference app " + app.uri("reference"));
    narrator.say("  the repository    " + files.repository());
    narrator.say("  countersign status --repository " + files.repository());
    KeepRunning.untilInterrupted();
  }

  private SessionOptions repository(URI page) {
    return new SessionOptions(
        Optional.of(files.repository().toString()),
        "main",
        Optional.empty(),
        ForgeAccess.local(page),
        Optional.of(files.key()),
        Optional.empty());
  }

  private Map<String, String> settings(int appPort) {
    return Map.of(
        "store", "file://" + files.store() + "/",
        "storeFolder", files.store().toString(),
        "java", Path.of(System.getProperty("java.home", "/usr"), "bin", "java").toString(),
        "appClassPath", inferenceApp() + "/*",
        "appPort", Integer.toString(appPort),
        "targetState", files.target().toString(),
        "pipeline", pipeline().toString());
  }

  private Path inferenceApp() {
    return options.home().resolve("ci/inference-app/target/app");
  }

  private Path pipeline() {
    return options.home().resolve("pipeline-runner/diamonds/pipeline.yaml");
  }

  private void requireSamples() {
    if (!Files.isDirectory(inferenceApp()) || !Files.isRegularFile(pipeline())) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "the samples are not built in \"%s\"; run the demo by bot/countersign of a checkout"
              .formatted(options.home()));
    }
  }

  private static ModelEnvironment line() {
    return ModelEnvironment.parse(StoryRunner.LINE);
  }

  private static URI page(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** The port that was asked for, if it is free; or any free one. */
  private static int freePort(int wanted, String option) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "port %d is taken; name another one by %s".formatted(wanted, option),
          e);
    }
  }
}
