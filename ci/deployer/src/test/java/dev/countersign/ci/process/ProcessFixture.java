package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.StateFolder;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.target.Releases;
import dev.countersign.ci.target.TargetSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A process target of fake apps on a free port, in a folder of its own; closed after the test. */
final class ProcessFixture implements AutoCloseable {
  static final JavaCommand JAVA = JavaCommand.ofThisProcess();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final Path folder;
  final int port;

  ProcessFixture(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  /** Waits as long as a busy machine may need. */
  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofMinutes(1));
  }

  ProcessTarget target() {
    return new ProcessTarget(spec(), JAVA, step -> {});
  }

  TargetSpec spec() {
    return new TargetSpec("local", "process", argv(), settings());
  }

  Map<String, String> settings() {
    return Map.of(
        "port",
        Integer.toString(port),
        "stateDir",
        folder.toString(),
        "readyTimeout",
        "20s",
        "drain",
        "20s");
  }

  static List<String> argv() {
    return List.of(
        "{java}",
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        JAVA.classPath(),
        FakeApp.class.getName(),
        "{port}",
        "{reference}");
  }

  StateFolder state() {
    return new StateFolder(folder);
  }

  /** Serves a release as an operator would by hand: whatever it loaded, past the deployer. */
  void startByHand(Release release) {
    ProcessSettings settings = ProcessSettings.of(spec());
    FrontClient front =
        new FrontLauncher(settings, state(), JAVA, HTTP).ensure(release.reference().line());
    StartRequest app = new ReleaseFolders(settings, state(), JAVA).prepare(release);
    front.start(app);
    Readiness.Result ready =
        new Readiness(front, new ServedReference(HTTP)).await(app, settings.readyTimeout());
    assertThat(ready).isInstanceOf(Readiness.Result.Ready.class);
    front.switchTo(app.id(), settings.drain());
  }

  ProcessHandle front() {
    return state().front().orElseThrow().process().find().orElseThrow();
  }

  ProcessHandle activeApp() {
    return state().apps().get(0).process().find().orElseThrow();
  }

  /** A release whose app ends with exit code 3. */
  static Release sick(int sequence) {
    return withPatch(sequence, 13);
  }

  /** A release whose app never becomes ready. */
  static Release sleepy(int sequence) {
    return withPatch(sequence, 14);
  }

  private static Release withPatch(int sequence, int patch) {
    Release release = Releases.release(sequence);
    String version = "\"" + release.reference().version() + "\"";
    String sick = version.replace(".0\"", "." + patch + "\"");
    return new Release(
        release.reference(), release.commit(), release.document().replace(version, sick));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    target().remove(Releases.LINE);
  }
}
