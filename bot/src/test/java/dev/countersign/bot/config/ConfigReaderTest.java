package dev.countersign.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.ApproverGroup;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

  private static final String MINIMAL =
      """
      version: 1
      stores: {default: "file:///srv/models/"}
      models: {m: {environments: {prod: {approvers: [bob]}}}}
      """;

  @Test
  void readsGroupsOfApprovers_andHowManyOfEach() {
    RequiredApprovals required =
        approvals(
            "{approvers: {risk: [carol, acme/risk], ml: [bob, carol]},"
                + " approvals: {total: 3, risk: 1, ml: 1}, approveBy: checksum}");

    assertThat(required.total()).isEqualTo(3);
    assertThat(required.groups())
        .containsExactly(
            ApproverGroup.of("risk", 1, List.of("carol", "acme/risk")),
            ApproverGroup.of("ml", 1, List.of("bob", "carol")));
    assertThat(required.form()).isEqualTo(ApprovalForm.CHECKSUM);
    assertThat(required.members()).containsExactly("carol", "acme/risk", "bob");
  }

  @Test
  void asksForOneOfAll_orForTheSumOfTheGroups_whereNoTotalIsGiven() {
    assertThat(approvals("{approvers: {risk: [carol], ml: [bob]}}").total()).isEqualTo(1);
    assertThat(
            approvals("{approvers: {risk: [carol], ml: [bob]}, approvals: {risk: 1, ml: 1}}")
                .total())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{approvers: {risk: [carol], ml: [bob]}, approvals: {total: 1, risk: 1, ml: 1}}"
            + " | \"total\" asks for 1 approvals, fewer than the 2 of the groups",
        "{approvers: {risk: [carol], ml: [bob]}, approvals: {rsk: 1}}"
            + " | approvals of \"rsk\" are asked for, which is not a name under \"approvers\"; did"
            + " you mean \"risk\"?",
        "{approvers: [bob], approvals: {approvers: 1}}"
            + " | approvals of \"approvers\" are asked for, which is not a name under"
            + " \"approvers\"",
        "{approvers: {risk: [carol], ml: [bob, dave]}, approvals: {risk: 2}}"
            + " | 2 approvals are required but only 1 approvers are named under \"risk\"",
        "{approvers: {risk: [carol], ml: [carol]}, approvals: {risk: 1, ml: 1}}"
            + " | 2 approvals are required but only 1 approvers are named"
      })
  void refusesNumbersThatFitNoGroup(String environment, String problem) {
    CountersignException refused =
        catchThrowableOfType(CountersignException.class, () -> approvals(environment));

    assertThat(refused.problems()).extracting(Problem::message).containsExactly(problem);
  }

  private static RequiredApprovals approvals(String environment) {
    String yaml =
        """
        version: 1
        stores: {default: "file:///store/"}
        models: {m: {environments: {prod: %s}}}
        """
            .formatted(environment);
    return ConfigReader.read(yaml.getBytes(StandardCharsets.UTF_8), "test")
        .models()
        .get(0)
        .environments()
        .get(0)
        .approvals();
  }

  @Test
  void readsEveryKey() {
    BotConfig config = full();

    EnvironmentConfig production =
        config.line(ModelEnvironment.of("diamonds-price", "production")).orElseThrow();
    assertThat(config.lines())
        .containsExactly(
            ModelEnvironment.of("diamonds-price", "staging"),
            ModelEnvironment.of("diamonds-price", "production"));
    assertThat(production.approvers()).containsExactly("bob", "carol");
    assertThat(production.approvals().total()).isEqualTo(2);
    assertThat(production.rules())
        .isEqualTo(
            new EnvironmentConfig.Rules(
                Supersede.HOLD_DURING_REVIEW,
                ProposeRule.GATES_PASS,
                ChangeRequestRule.REQUIRED,
                LauncherRule.ATTESTED,
                Duration.ofDays(3)));
    assertThat(config.models().get(0).bundles())
        .contains(new BundlePlace("/mnt/runs/diamonds-price", Duration.ofHours(6)));
    assertThat(production.gates())
        .containsExactly(
            gate("r2-floor", GateKind.AT_LEAST, "r2", 0.95, Optional.empty(), List.of(), 30, ""),
            gate(
                "rmse-superior",
                GateKind.SUPERIOR,
                "rmse",
                0.01,
                Optional.empty(),
                List.of(),
                30,
                ""),
            gate(
                "slices",
                GateKind.SLICES,
                "rmse",
                0.05,
                Optional.empty(),
                List.of("carat", "cut"),
                100,
                ""),
            gate(
                "sanity",
                GateKind.NOT_WORSE_THAN,
                "rmse_all",
                0,
                Optional.of("rmse"),
                List.of(),
                30,
                "weak"));
    assertThat(production.targets().get(0).argv()).containsExactly("java", "-jar", "app.jar");
    assertThat(config.pipelines()).containsEntry("diamonds", "pipelines/diamonds.yaml");
  }

  @Test
  void pinsEveryDefault() {
    BotConfig config = read(MINIMAL);

    EnvironmentConfig prod = config.line(ModelEnvironment.of("m", "prod")).orElseThrow();
    assertThat(prod.approvals().total()).isEqualTo(1);
    assertThat(prod.promotesFrom()).isEmpty();
    assertThat(prod.gates()).isEmpty();
    assertThat(prod.targets()).isEmpty();
    assertThat(prod.rules())
        .isEqualTo(
            new EnvironmentConfig.Rules(
                Supersede.NEWEST,
                ProposeRule.ALWAYS,
                ChangeRequestRule.OPTIONAL,
                LauncherRule.ANY,
                Duration.ofDays(7)));
    assertThat(config.statistics()).isEqualTo(new StatisticsConfig(2000, 1, 0.95));
    assertThat(config.botKeys()).isEmpty();
    assertThat(config.models().get(0).store()).isEqualTo("default");
    assertThat(config.models().get(0).bundles()).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnce_withPathAndSuggestion() {
    CountersignException failure =
        failureOf(
            """
            version: 1
            stores: {default: "https://example.com/"}
            models:
              Diamonds:
                environments:
                  prod:
                    aprovers: [bob]
                    approvals: 1
                    supersede: newst
                    gates:
                      - {id: floor, kind: atLeest, metric: r2, value: 0.95}
            """);

    assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
    assertThat(failure.problems())
        .extracting(Problem::toString)
        .anyMatch(p -> p.startsWith("$.stores.default:") && p.contains("https://example.com/"))
        .anyMatch(p -> p.contains("unknown key \"aprovers\"; did you mean \"approvers\"?"))
        .anyMatch(p -> p.contains("\"newst\"") && p.contains("did you mean \"newest\"?"))
        .anyMatch(
            p ->
                p.startsWith("$.models.Diamonds.environments.prod.gates[0].kind:")
                    && p.contains("did you mean \"atLeast\"?"));
  }

  @Test
  void refusesAGateWithTheKeysOfAnotherKind() {
    assertThat(problemsOfGate("{id: a, kind: atLeast, metric: r2, margin: 0.1}"))
        .containsExactly(
            "a gate of kind \"atLeast\" needs \"value\"",
            "\"margin\" is not a key of this kind of gate; give \"value\"");
    assertThat(problemsOfGate("{id: a, kind: superior, metric: r2, value: 1}"))
        .containsExactly("\"value\" is not a key of a gate of kind \"superior\"");
    assertThat(problemsOfGate("{id: a, kind: slices, metric: r2, margin: 1.5}"))
        .containsExactly(
            "a gate of kind \"slices\" needs \"columns\"",
            "\"margin\" is a share from 0 to 1, such as 0.05, is 1.5");
  }

  @Test
  void refusesGatesOfSlicesWithoutColumns() {
    assertThat(problemsOfGate("{id: a, kind: slices, metric: r2, columns: []}"))
        .containsExactly("\"columns\" must name at least one column");
    assertThat(problemsOfGate("{id: a, kind: superior, metric: r2, columns: [cut]}"))
        .containsExactly("\"columns\" is not a key of a gate of kind \"superior\"");
  }

  @Test
  void refusesAStoreThatNoAdapterServes() {
    CountersignException failure =
        failureOf(
            """
            version: 1
            stores: {default: "gs://acme-models/"}
            models: {m: {environments: {prod: {approvers: [bob]}}}}
            """);

    assertThat(failure.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "$.stores.default: \"gs://acme-models/\" is in a kind of store that this version does"
                + " not serve; file:///FOLDER/ is");
  }

  @Test
  void namesTheKeysThatHaveNoEffectYet() {
    assertThat(full().notServed())
        .containsExactly(
            "promotesFrom of \"diamonds-price/production\" is not served by this version: it takes"
                + " no runs, and nothing advances to it; leave it out to propose runs there",
            "pipelines is not served by this version: give the file to \"countersign run\"");
    assertThat(read(MINIMAL).notServed()).isEmpty();
  }

  @Test
  void refusesMoreApprovalsThanApprovers() {
    CountersignException failure =
        failureOf(
            """
            version: 1
            stores: {default: "file:///srv/models/"}
            models: {m: {environments: {prod: {approvers: [bob, bob], approvals: 2}}}}
            """);

    assertThat(failure.problems())
        .extracting(Problem::message)
        .containsExactly("2 approvals are required but only 1 approvers are named");
  }

  @Test
  void aKeyCountsOnlyWithinItsTimes() {
    BotConfig config = full();

    assertThat(config.botKeysAt(Instant.parse("2026-05-01T00:00:00Z"))).containsExactly(KEY);
    assertThat(config.botKeysAt(Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
    assertThat(config.botKeysAt(Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
  }

  private static BotConfig full() {
    return ConfigReader.read(fullText(), "full.yaml");
  }

  /** A configuration with every key. */
  static byte[] fullText() {
    try (InputStream in = ConfigReaderTest.class.getResourceAsStream("/config/full.yaml")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> problemsOfGate(String gate) {
    return failureOf(
            """
            version: 1
            stores: {default: "file:///srv/models/"}
            models: {m: {environments: {prod: {approvals: 0, gates: [%s]}}}}
            """
                .formatted(gate))
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  private static GateSpec gate(
      String id,
      GateKind kind,
      String metric,
      double bound,
      Optional<String> other,
      List<String> columns,
      int rows,
      String note) {
    return new GateSpec(id, kind, metric, bound, other, columns, rows, note);
  }

  private static CountersignException failureOf(String yaml) {
    return catchThrowableOfType(CountersignException.class, () -> read(yaml));
  }

  private static BotConfig read(String yaml) {
    return ConfigReader.read(yaml.getBytes(StandardCharsets.UTF_8), "countersign.yaml");
  }
}
