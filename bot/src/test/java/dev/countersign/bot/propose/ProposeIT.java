package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.wiring.Proposing;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.signing.SigningKeys;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proposing on a real repository and a real store, by the command line. */
class ProposeIT {
  private static final String BRANCH = "refs/heads/countersign/m/production";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void makeScenario() throws IOException {
    scenario = new Scenario(folder, "m");
  }

  @Test
  void opensOneMergeRequest_ofOneSignedCommit() throws IOException {
    Scenario.Outcome proposed = propose(scenario.run("m", 1, 5, Scenario.NOON));

    assertThat(proposed.exitCode()).isZero();
    JsonNode proposal = proposed.data().at("/proposals/0");
    assertThat(proposal.path("outcome").asText()).isEqualTo("proposed");
    assertThat(proposal.path("version").asText()).isEqualTo("1.0.0");
    assertThat(proposal.path("verdict").asText()).isEqualTo("no-baseline");
    assertThat(proposal.at("/mergeRequest/draft").asBoolean()).isFalse();
    assertThat(scenario.refs()).containsKeys(BRANCH, "refs/countersign/mr/1");
  }

  @Test
  @DisplayName("I5, I6: the same run again changes nothing")
  void changesNothing_whenRunAgain() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    propose(run);
    Map<String, CommitId> before = scenario.refs();

    Scenario.Outcome again = propose(run);

    assertThat(again.exitCode()).isZero();
    assertThat(scenario.refs()).isEqualTo(before);
  }

  @Test
  @DisplayName("I6: a newer candidate takes the place of the older, and its approval ends")
  void replacesTheOlderCandidate_andItsApproval() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    assertThat(scenario.run("approve", "m/production", "--as", "bob").exitCode()).isZero();

    Scenario.Outcome newer = propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));

    assertThat(newer.data().at("/proposals/0/mergeRequest/number").asInt()).isEqualTo(1);
    assertThat(scenario.refs()).doesNotContainKey("refs/countersign/mr/2");
    assertThat(scenario.run("merge", "m/production", "--as", "bob").exitCode()).isEqualTo(5);
    assertThat(scenario.output()).contains("0 of 1 required approvals", "bob");
  }

  @Test
  void leavesTheNewerCandidate_whenAnOlderRunComesLate() throws IOException {
    propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    CommitId head = scenario.refs().get(BRANCH);

    Scenario.Outcome late = propose(scenario.run("m", 1, 5, Scenario.NOON));

    assertThat(late.exitCode()).isZero();
    assertThat(outcome(late)).isEqualTo("older");
    assertThat(scenario.refs()).containsEntry(BRANCH, head);
  }

  @Test
  void remembersARejection_untilAgain() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    propose(run);
    scenario.run("close", "m/production", "--as", "bob", "--reason", "no");

    assertThat(outcome(propose(run))).isEqualTo("rejected");
    assertThat(scenario.run("propose", run.toString()).exitCode()).isZero();
    Scenario.Outcome again = scenario.run("propose", run.toString(), "--again");
    assertThat(outcome(again)).isEqualTo("proposed");
  }

  @Test
  @DisplayName("Fault row 45: a branch that a person pushed to is left alone")
  void leavesABranchAlone_thatAPersonPushedTo() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    Person mallory = new Person("mallory", "bot@countersign.invalid", Scenario.NOON);
    CommitId pushed = scenario.commitFile("countersign/m/production", "notes.txt", "mine", mallory);

    Scenario.Outcome newer = propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));

    assertThat(newer.exitCode()).isEqualTo(6);
    assertThat(newer.data().at("/proposals/0/reason").asText()).contains("\"mallory\" pushed");
    assertThat(scenario.refs()).containsEntry(BRANCH, pushed);
  }

  @Test
  void promotesAgainAndRollsBack_onALineWithoutTargets() throws IOException {
    propose(scenario.run("m", 1, 5, Scenario.NOON));
    scenario.run("approve", "m/production", "--as", "bob");
    assertThat(scenario.run("merge", "m/production", "--as", "bob").exitCode()).isZero();

    Scenario.Outcome second = propose(scenario.run("m", 2, 4, Scenario.NOON.plusSeconds(60)));
    scenario.run("approve", "m/production", "--as", "bob");
    scenario.run("merge", "m/production", "--as", "bob");
    Scenario.Outcome back =
        scenario.run("rollback", "m/production", "--to", "1.0.0", "--reason", "drops calls");

    assertThat(second.exitCode()).isZero();
    assertThat(second.data().at("/proposals/0/version").asText()).isEqualTo("1.0.1");
    assertThat(back.exitCode()).as(scenario.output()).isZero();
    assertThat(back.data().at("/mergeRequest/draft").asBoolean()).isFalse();
    assertThat(back.data().path("sequence").asInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("I7: propose --again is the way out of a reference that nobody approved")
  void proposesAgain_whatReachedTheBranchWithoutApproval() throws Exception {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    propose(run);
    String path = "model-refs/m/production/model-reference.json";
    try (Session session = scenario.session()) {
      byte[] proposed = session.git().read(scenario.refs().get(BRANCH), path).orElseThrow();
      Person mallory = new Person("mallory", "mallory@example.invalid", Scenario.NOON);
      scenario.commitFile("main", path, new String(proposed, StandardCharsets.UTF_8), mallory);
    }

    Scenario.Outcome unchanged = propose(run);
    assertThat(outcome(unchanged)).isEqualTo("unchanged");
    assertThat(unchanged.data().at("/proposals/0/reason").asText())
        .startsWith("m/production has this artifact already, but it was not validly approved")
        .contains("no merge request brought commit", "--again proposes it anew", "rollback");
    Scenario.Outcome again = scenario.run("propose", run.toString(), "--again");
    assertThat(again.exitCode()).as(scenario.output()).isZero();
    assertThat(again.data().at("/proposals/0/sequence").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName("I12: a dry run writes nothing")
  void writesNothing_inADryRun() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    Map<String, CommitId> before = scenario.refs();

    Scenario.Outcome dry = scenario.run("propose", run.toString(), "--dry-run");

    assertThat(dry.exitCode()).isZero();
    assertThat(outcome(dry)).isEqualTo("proposed");
    assertThat(scenario.refs()).isEqualTo(before);
    try (Stream<Path> stored = Files.list(scenario.store())) {
      assertThat(stored).isEmpty();
    }
  }

  @Test
  @DisplayName("I7: without the bot's key nothing is proposed")
  void refusesWithoutTheBotsKey() throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);
    Path other = folder.resolve("other-key");
    SigningKeys.write(SigningKeys.generate(), other);

    Scenario.Outcome refused =
        scenario.run("propose", run.toString(), "--signing-key", other.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(scenario.output()).contains("not among the valid keys under signing.bot");
  }

  @Test
  void refusesARunFromTheFuture() throws IOException {
    Path run = scenario.run("m", 1, 5, Instant.now().plusSeconds(86_400));

    assertThat(propose(run).exitCode()).isEqualTo(2);
    assertThat(scenario.output()).contains("says that it finished at");
  }

  @Test
  @DisplayName("Fault row 61: a reported metric that its predictions contradict is refused")
  void refusesAContradictedMetric() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files-m-1"));
    Files.writeString(files.resolve("metrics.json"), "{\"rmse\": 0.1}");

    Scenario.Outcome refused = propose(scenario.run("m", 1, 5, Scenario.NOON));

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(scenario.output()).contains("evidence-contradicted", "rmse");
    assertThat(scenario.refs()).doesNotContainKey(BRANCH);
  }

  @Test
  void makesADraft_whenAGateFails() throws IOException {
    Scenario.Outcome blocked = propose(scenario.run("m", 1, 60, Scenario.NOON));

    assertThat(blocked.exitCode()).isEqualTo(5);
    assertThat(outcome(blocked)).isEqualTo("blocked");
    assertThat(blocked.data().at("/proposals/0/mergeRequest/draft").asBoolean()).isTrue();
    scenario.run("approve", "m/production", "--as", "bob");
    assertThat(scenario.run("merge", "m/production", "--as", "bob").exitCode()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(ProposalStep.class)
  @DisplayName("I5: killed before or after any step and run again, the end is the same")
  void endsTheSame_whenKilledAtAnyStep(ProposalStep step) throws IOException {
    Path run = scenario.run("m", 1, 5, Scenario.NOON);

    for (boolean before : new boolean[] {true, false}) {
      assertThatThrownBy(() -> proposeAndDie(run, step, before)).isInstanceOf(Killed.class);
    }
    assertThat(propose(run).exitCode()).isZero();

    Map<String, String> killed = scenario.state();
    assertThat(killed.keySet().stream().filter(ref -> ref.startsWith("refs/countersign/mr/")))
        .hasSize(1);
    assertThat(propose(run).exitCode()).isZero();
    assertThat(scenario.state()).isEqualTo(killed);
  }

  private void proposeAndDie(Path run, ProposalStep step, boolean before) {
    try (Session session = scenario.session()) {
      RunFacts facts =
          RunFacts.of(
              RunBundle.open(run),
              Proposing.store(session.config(), new ModelName("m")),
              session.clock().instant());
      Proposer proposer =
          new Proposing(session).proposer(new ModelName("m"), new Killer(step, before));
      var environment =
          session
              .config()
              .model(new ModelName("m"))
              .environment(new EnvironmentName("production"))
              .orElseThrow();
      Proposer.Judgement judgement =
          proposer.judge(
              facts,
              environment,
              new Proposer.Options(false, Optional.empty()),
              session.clock().instant());
      proposer.propose(facts, environment, judgement, session.clock().instant());
    }
  }

  /** Stands for a SIGKILL: nothing after it is done, nothing is cleaned up by Countersign. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private record Killer(ProposalStep step, boolean before) implements ProposalListener {
    @Override
    public void before(ProposalStep reached) {
      if (before && reached == step) {
        throw new Killed();
      }
    }

    @Override
    public void after(ProposalStep reached) {
      if (!before && reached == step) {
        throw new Killed();
      }
    }
  }

  @Test
  @DisplayName("Fault row 44: ten models proposed at once land once each")
  void landsEachOnce_whenTenModelsAreProposedAtOnce() throws Exception {
    String[] models = IntStream.range(0, 10).mapToObj(i -> "model-" + i).toArray(String[]::new);
    Scenario many = new Scenario(Files.createDirectory(folder.resolve("many")), models);
    List<Callable<Integer>> proposals = new ArrayList<>();
    for (String model : models) {
      Path run = many.run(model, 1, 5, Scenario.NOON);
      proposals.add(() -> many.run("propose", run.toString()).exitCode());
    }

    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      for (Future<Integer> done : threads.invokeAll(proposals)) {
        assertThat(done.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(many.refs().keySet().stream().filter(ref -> ref.startsWith("refs/countersign/mr/")))
        .hasSize(10);
    assertThat(many.refs().keySet().stream().filter(ref -> ref.endsWith("/production")))
        .hasSize(10);
  }

  private Scenario.Outcome propose(Path run) {
    return scenario.run("propose", run.toString());
  }

  private static String outcome(Scenario.Outcome proposed) {
    return proposed.data().at("/proposals/0/outcome").asText();
  }
}
