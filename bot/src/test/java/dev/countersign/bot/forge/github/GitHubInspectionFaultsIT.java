package dev.countersign.bot.forge.github;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.fault.LostAnswer;
import dev.countersign.bot.forge.fault.WireFault;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.forge.inspection.PersonFacts;
import dev.countersign.bot.transport.Transports;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault on every endpoint that is only looked at. */
class GitHubInspectionFaultsIT {
  /** What is looked at; all but the first are asked for by GET. */
  private enum Looked {
    PROTECTIONS("POST", "/graphql"),
    REPOSITORY("GET", "/repos/acme/models"),
    RULES("GET", "/repos/acme/models/rules/branches/.+"),
    RULESET("GET", "/repos/acme/models/rulesets/\\d+"),
    APPROVERS("GET", "/repos/acme/models/collaborators/[^/]+/permission");

    private final String method;
    private final String path;

    Looked(String method, String path) {
      this.method = method;
      this.path = path;
    }
  }

  private static final ForgeQuestions QUESTIONS =
      new ForgeQuestions(
          List.of(ForgeBench.TARGET, "countersign/deployments"), List.of("bob", "reader", "bop"));

  @TempDir private static Path folder;
  private static GitHubBench bench;
  private static WireMockServer proxy;

  @BeforeAll
  static void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    bench.gitHub().ruleset("*", List.of("pull_request"), 1, bench.gitHub().botLogin());
    proxy =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .extensions(
                    new LostAnswer(LostAnswer.DROPPED), new LostAnswer(LostAnswer.BAD_GATEWAY)));
    proxy.start();
  }

  @AfterAll
  static void stop() {
    proxy.stop();
    bench.close();
  }

  @BeforeEach
  void proxyAll() {
    proxy.resetAll();
    proxy.stubFor(
        any(anyUrl()).atPriority(9).willReturn(WireMock.aResponse().proxiedFrom(gitHub())));
  }

  static Stream<Arguments> everyFaultOnEveryEndpoint() {
    return Arrays.stream(Looked.values())
        .flatMap(
            endpoint ->
                Arrays.stream(WireFault.values()).map(fault -> Arguments.of(endpoint, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultOnEveryEndpoint")
  @DisplayName("Fault rows 34, 46, 48 to 51: every fault on every endpoint that doctor asks")
  void findsTheSame_orSaysWhatStoodInTheWay(Looked endpoint, WireFault fault) {
    order(endpoint, fault);

    if (fault.passes()) {
      assertThat(withoutTheTime(look(proxy.baseUrl(), fault)))
          .isEqualTo(withoutTheTime(look(gitHub(), fault)));
    } else if (fault == WireFault.FORBIDDEN && endpoint == Looked.APPROVERS) {
      assertThat(look(proxy.baseUrl(), fault).people().values()).contains(PersonFacts.UNTOLD);
    } else {
      assertThatThrownBy(() -> look(proxy.baseUrl(), fault))
          .isInstanceOfSatisfying(
              CountersignException.class,
              error -> {
                assertThat(error.code())
                    .isEqualTo(
                        fault == WireFault.LOGIN_PAGE
                            ? ErrorCode.REMOTE_UNAVAILABLE
                            : ErrorCode.ACCESS_DENIED);
                assertThat(error)
                    .hasMessageContaining("localhost:" + proxy.port())
                    .hasMessageNotContaining("canary");
              });
    }
    assertThat(bench.gitHub().journal().writes()).isZero();
  }

  /** The endpoint's first requests meet the fault, later ones pass. */
  private static void order(Looked endpoint, WireFault fault) {
    for (int i = 0; i < fault.times(); i++) {
      proxy.stubFor(
          request(endpoint.method, urlPathMatching(endpoint.path))
              .atPriority(1)
              .inScenario("fault")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "met " + i)
              .willSetStateTo("met " + (i + 1))
              .willReturn(fault.answer(gitHub(), new GitHubRefusals())));
    }
  }

  private static ForgeFacts look(String url, WireFault fault) {
    return GitHubInspection.open(
            bench.settings(URI.create(url), bench.gitHub().botToken()),
            fault == WireFault.DRIBBLE
                ? Transports.reading(Duration.ofSeconds(1))
                : Transports.quick(),
            new VirtualTime().pacing())
        .inspect(QUESTIONS);
  }

  private static List<Object> withoutTheTime(ForgeFacts facts) {
    return List.of(
        facts.server().name(), facts.login(), facts.rights(), facts.branches(), facts.people());
  }

  private static String gitHub() {
    return bench.gitHub().apiUrl().toString();
  }
}
