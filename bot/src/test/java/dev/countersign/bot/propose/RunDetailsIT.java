package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.review.schema.SchemaDifference.FieldChange;
import dev.countersign.bot.review.schema.SchemaDifference.Kind;
import dev.countersign.bot.web.review.CandidateReviews;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import dev.countersign.modelrefs.value.ModelName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run brings besides its evidence: in the merge request's text, and kept in the store. */
class RunDetailsIT {
  private static final String BRANCH = "countersign/m/production";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
  }

  @Test
  void showsThePicturesOfTheRun_afterOurOwn_andKeepsThem() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.plot(run, "Loss, by **round** @all", "plots/loss.png");
    RunEdits.picture(run.resolve("plots/loss.png"));

    assertThat(propose(run)).isZero();

    String body = body();
    assertThat(body.substring(body.indexOf("### Pictures")))
        .contains("### Pictures of the run", "Countersign computed nothing of this")
        .contains("/run-1.png)", "**Loss, by \\*\\*&#8203;round\\*\\* @&#8203;all**");
    assertThat(body.indexOf("/run-1.png")).isGreaterThan(body.indexOf("### Plots"));
    assertThat(stored()).anyMatch(file -> file.endsWith("plots/loss.png"));
  }

  @Test
  @DisplayName("Fault rows 14, 15 and 22: a picture that cannot be shown is named, and no error")
  void namesThePictureThatIsMissing() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.plot(run, "Loss", "plots/loss.png");
    RunEdits.plot(run, "Secret", "plots/secret.png");
    Files.createDirectories(run.resolve("plots"));
    Path secret = Files.writeString(folder.resolve("secret"), "not for the forge");
    Files.createSymbolicLink(run.resolve("plots/secret.png"), secret);

    assertThat(propose(run)).as(scenario.output()).isZero();

    assertThat(body())
        .contains("**◆&nbsp;Not shown**: Loss: it is not in the run bundle.")
        .contains("**◆&nbsp;Not shown**: Secret: it is no regular file of the run bundle")
        .doesNotContain(folder.toString());
    assertThat(stored()).noneMatch(file -> file.contains("plots/"));
  }

  @Test
  @DisplayName("Fault row 14: a picture's path that leaves the bundle refuses the run")
  void refusesAPathOutOfTheBundle() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.plot(run, "Secret", "../secret.png");

    assertThat(propose(run)).isEqualTo(2);
    assertThat(scenario.output()).contains("$.plots[0].path");
  }

  @Test
  void showsWhatOtherSeedsCameTo() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.edit(run, report -> report.putObject("repeats").putArray("rmse").add(4.5).add(5.5));

    assertThat(propose(run)).isZero();

    assertThat(body()).contains("### Luck of the training", "| 3 | 4.50 – 5.50 | **1.00** |");
  }

  @Test
  void comparesTheServingInput_withTheSchemaThatTheBaselinesRunKept() throws IOException {
    Path first = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.schema(first, "{\"fields\": [{\"name\": \"carat\", \"type\": \"number\"}]}");
    propose(first);
    Path second = scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60));
    RunEdits.schema(second, "{\"fields\": [{\"name\": \"depth\", \"type\": \"number\"}]}");

    assertThat(candidate(second).schemaDifference().orElseThrow().changes())
        .extracting(FieldChange::name, FieldChange::kind)
        .containsExactly(tuple("carat", Kind.REMOVED), tuple("depth", Kind.ADDED));
    assertThat(candidate(first).schemaDifference()).as("the same file").isEmpty();
  }

  /** A run judged against what is under review, as if that were live. */
  private Candidate candidate(Path run) {
    try (Session session = scenario.session()) {
      String path = "model-refs/m/production/model-reference.json";
      byte[] reference = scenario.fileAt(BRANCH, path).getBytes(StandardCharsets.UTF_8);
      BotConfig config = session.config();
      ModelConfig model = config.model(new ModelName("m"));
      return new CandidateEvaluator(
              config.storeOf(model), new FileArtifactStore(scenario.store()), config.statistics())
          .evaluate(
              RunFacts.of(
                  RunBundle.open(run),
                  new FileArtifactStore(scenario.store()),
                  Scenario.NOON.plusSeconds(3600)),
              model.environments().get(0),
              Optional.of(ReferenceCodec.decode(reference, path).reference()),
              new Proposer.Options(false, Optional.empty()));
    }
  }

  @Test
  @DisplayName("I6: earlier candidates of the merge request stay in its history")
  void keepsTheHistoryOfTheMergeRequest() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    Path third = scenario.run("m", 3, 3, Scenario.NOON.plusSeconds(120));
    propose(third);
    String body = body();

    assertThat(body.split("\\| no baseline \\|", -1)).as(body).hasSize(3);
    propose(third);
    assertThat(body()).as("the same again").isEqualTo(body);
  }

  @Test
  void showsAllThatOnThePageOfTheLocalForge() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    Path second = scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60));
    RunEdits.plots(second, 1);
    propose(second);

    try (Session session = scenario.session()) {
      LocalForge forge = (LocalForge) session.forge();
      String page =
          new CandidateReviews("main").review(session.git(), forge.get(1)).orElseThrow().markup();

      assertThat(page).contains("Pictures of the run", "/run-1.png", "Earlier candidates");
      assertThat(page.split("/run-1.png", -1)).as("among the run's only").hasSize(2);
    }
  }

  @Test
  void refusesWithoutAChangeRequest_whereOneIsRequired_andShowsIt() throws IOException {
    scenario.configure(
        text ->
            text.replace("approvers: [bob]", "approvers: [bob]\n        changeRequest: required"));
    Path run = scenario.run("m", 1, 5, Scenario.NOON);

    assertThat(propose(run)).isEqualTo(2);
    assertThat(scenario.output())
        .contains(
            "environment \\\"production\\\" requires a change request; give --change-request ID");
    assertThat(scenario.refs()).doesNotContainKey("refs/heads/" + BRANCH);

    assertThat(scenario.run("propose", run.toString(), "--change-request", "CHG-42 <b>").exitCode())
        .isZero();
    assertThat(body()).contains("| Change request | CHG-&#8203;42 &lt;b&gt; |");
    assertThat(scenario.fileAt(BRANCH, "model-refs/m/production/model-reference.json"))
        .contains("\"changeRequest\": \"CHG-42 <b>\"");
  }

  @Test
  void asksForAChangeRequest_alsoToGoBack() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    scenario.run("approve", "m/production", "--as", "bob");
    scenario.run("merge", "m/production", "--as", "bob");
    propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    scenario.run("approve", "m/production", "--as", "bob");
    scenario.run("merge", "m/production", "--as", "bob");
    scenario.configure(
        text ->
            text.replace("approvers: [bob]", "approvers: [bob]\n        changeRequest: required"));
    String[] back = {"rollback", "m/production", "--to", "1.0.0", "--reason", "drops calls"};

    assertThat(scenario.run(back).exitCode()).isEqualTo(2);
    assertThat(scenario.output()).contains("give --change-request ID");
    String[] ticket = Arrays.copyOf(back, back.length + 2);
    ticket[back.length] = "--change-request";
    ticket[back.length + 1] = "CHG-43";
    assertThat(scenario.run(ticket).exitCode()).as(scenario.output()).isZero();
    assertThat(body()).contains("| Change request | CHG-&#8203;43 |");
  }

  private int propose(Path run) {
    return scenario.run("propose", run.toString()).exitCode();
  }

  private String body() {
    try (Session session = scenario.session()) {
      MergeRequest request = session.forge().of(BRANCH).get(0);
      return request.text().body();
    }
  }

  private Stream<String> stored() throws IOException {
    try (Stream<Path> files = Files.walk(scenario.store())) {
      return files.map(Path::toString).toList().stream();
    }
  }
}
