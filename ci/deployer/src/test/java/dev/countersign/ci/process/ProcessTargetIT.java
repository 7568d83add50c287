package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.process.control.StateFolder;
import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.DeployTargetContract;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.target.Releases;
import dev.countersign.ci.target.TargetSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process target with real processes: a front, and apps behind it. */
@Timeout(300)
class ProcessTargetIT extends DeployTargetContract {
  @TempDir Path folder;
  private ProcessFixture fixture;

  @BeforeEach
  void choosePort() throws IOException {
    fixture = new ProcessFixture(folder.resolve("state"));
  }

  @AfterEach
  void stopProcesses() {
    fixture.close();
  }

  @Override
  protected DeployTarget target() {
    return fixture.target();
  }

  @Override
  protected Release unhealthy(int sequence) {
    return ProcessFixture.sick(sequence);
  }

  @Override
  protected void serveBehindTheBack(Release other) {
    fixture.startByHand(other);
  }

  @Test
  void saysWhyAnAppDidNotStart_withTheEndOfItsLog() {
    ApplyOutcome outcome = target().apply(ProcessFixture.sick(1));

    assertThat(outcome)
        .isEqualTo(
            new ApplyOutcome.Unhealthy(
                "the app ended with exit code 3 before it was ready; its log ends: model.ubj does"
                    + " not have the digest that its reference names"));
  }

  @Test
  void saysThatAnAppDidNotBecomeReadyInTime() {
    Map<String, String> settings = new HashMap<>(fixture.settings());
    settings.put("readyTimeout", "1s");
    ProcessTarget hasty = target(ProcessFixture.argv(), settings);

    assertThat(hasty.apply(ProcessFixture.sleepy(1)).toString())
        .contains("the app was not ready after 1 s; its log ends: serves sha256:");
  }

  @Test
  void saysThatAProgramDoesNotExist() {
    ProcessTarget target = target(List.of("/does/not/exist", "{port}"), fixture.settings());

    assertThat(target.apply(healthy(1)).toString())
        .contains("Unhealthy", "Cannot run program \"/does/not/exist\"");
  }

  @Test
  @DisplayName("I3: an app that loaded other bytes than its reference names is not switched to")
  void refusesAnAppThatReportsAnotherDigest() {
    target().apply(healthy(1));
    Release second = healthy(2);
    Release lying =
        new Release(second.reference(), second.commit(), Releases.release(3).document());

    assertThat(target().apply(lying))
        .isEqualTo(
            new ApplyOutcome.Unhealthy(
                "the app loaded \"%s\" where \"%s\" was expected"
                    .formatted(Releases.digest(3), Releases.digest(2))));
    assertThat(observed()).isEqualTo(Releases.digest(1));
  }

  @Test
  void namesThePort_whenAnotherProgramHasIt() throws IOException {
    try (ServerSocket holder =
        new ServerSocket(fixture.port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(target().apply(healthy(1)))
          .isEqualTo(
              new ApplyOutcome.Unreachable(
                  "port %1$d on 127.0.0.1 is taken by another program; end that program (\"ss -ltnp sport = :%1$d\" names it) or set another \"port\" for target \"local\""
                      .formatted(holder.getLocalPort())));
    }
    assertThat(target().apply(healthy(1))).isInstanceOf(ApplyOutcome.Serving.class);
  }

  @Test
  @DisplayName("I5: a front that died comes back, adopts the running app, and the app is replaced")
  void recovers_whenTheFrontWasKilled() throws Exception {
    target().apply(healthy(1));
    kill(fixture.front());
    assertThat(target().observe(LINE))
        .isEqualTo(new Observation.Unreachable("the front of \"" + fixture.folder + "\" has died"));

    assertThat(target().apply(healthy(1))).isInstanceOf(ApplyOutcome.AlreadyServing.class);
    assertThat(target().apply(healthy(2))).isInstanceOf(ApplyOutcome.Serving.class);
    assertThat(observed()).isEqualTo(Releases.digest(2));
  }

  @Test
  void restartsTheRelease_whenItsAppWasKilled() throws Exception {
    target().apply(healthy(1));
    kill(fixture.activeApp());
    assertThat(target().observe(LINE))
        .isEqualTo(new Observation.Unreachable("the app has ended with exit code 137"));

    assertThat(target().apply(healthy(1))).isInstanceOf(ApplyOutcome.Serving.class);
    assertThat(observed()).isEqualTo(Releases.digest(1));
  }

  @Test
  void recovers_whenFrontAndAppWereKilled() throws Exception {
    target().apply(healthy(1));
    ProcessHandle app = fixture.activeApp();
    kill(fixture.front());
    kill(app);

    assertThat(target().apply(healthy(1))).isInstanceOf(ApplyOutcome.Serving.class);
  }

  @Test
  void stopsTheApp_whenItsFrontDiedBeforeRemoval() throws Exception {
    target().apply(healthy(1));
    ProcessHandle app = fixture.activeApp();
    kill(fixture.front());

    target().remove(LINE);

    app.onExit().get();
    assertThat(target().observe(LINE)).isEqualTo(new Observation.Nothing());
  }

  @Test
  void leavesOneAppRunning_howeverManyReleasesThereWere() {
    for (int sequence = 1; sequence <= 3; sequence++) {
      target().apply(healthy(sequence));
    }
    target().apply(unhealthy(4));

    assertThat(fixture.state().apps()).hasSize(1);
    assertThat(fixture.front().children()).hasSize(1);
  }

  @Test
  void refusesToServeAnotherLine_fromTheSameStateFolder() {
    target().apply(healthy(1));
    StateFolder state = fixture.state();
    Map<String, String> moved = new HashMap<>(fixture.settings());
    moved.put("port", "1");

    assertThat(target(ProcessFixture.argv(), moved).apply(healthy(1)).toString())
        .contains("Unreachable", "belongs to the " + state.front().orElseThrow())
        .contains("is configured as diamonds-price/production on 127.0.0.1:1");
  }

  @Test
  void saysThatTheStateFolderCannotBeUsed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Map<String, String> settings = new HashMap<>(fixture.settings());
    settings.put("stateDir", file.resolve("state").toString());

    assertThat(target(ProcessFixture.argv(), settings).apply(healthy(1)))
        .isEqualTo(
            new ApplyOutcome.Unreachable(
                "the state folder \"%1$s/state\" cannot be used: \"%1$s/state\" Not a directory"
                    .formatted(file)));
  }

  @Test
  @DisplayName("I13, fault row 35: neither front nor app is given the deployer's environment")
  void givesAppsOnlyAllowedVariables() throws Exception {
    Set<String> own = System.getenv().keySet();
    target().apply(healthy(1));

    List<String> given = fixture.get("/environment").body().lines().toList();

    assertThat(own).as("the test has something to keep back").contains("PWD");
    assertThat(given)
        .doesNotContain("PWD")
        .isSubsetOf(ChildEnvironment.allowed(System.getenv(), Set.of()).keySet());
  }

  @Test
  @DisplayName("I13: the token of the control interface is readable by its owner only")
  void keepsTheTokenToItself() throws IOException {
    target().apply(healthy(1));

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(fixture.folder.resolve("front.json"))))
        .isEqualTo("rw-------");
    String token = fixture.state().front().orElseThrow().token();
    assertThat(fixture.state().front().toString()).doesNotContain(token);
    assertThat(fixture.state().frontLog()).content().doesNotContain(token);
  }

  @Test
  void answers503_whileNothingIsDeployed() throws Exception {
    target().apply(unhealthy(1));

    assertThat(fixture.get("/predict").statusCode()).isEqualTo(503);
  }

  private static ProcessTarget target(List<String> argv, Map<String, String> settings) {
    return new ProcessTarget(
        new TargetSpec("local", "process", argv, settings), ProcessFixture.JAVA, step -> {});
  }

  private static void kill(ProcessHandle process) throws ExecutionException, InterruptedException {
    process.destroyForcibly();
    process.onExit().get();
  }
}
