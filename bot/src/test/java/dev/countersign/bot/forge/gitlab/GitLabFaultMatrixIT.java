package dev.countersign.bot.forge.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.countersign.bot.forge.fault.LostAnswer;
import dev.countersign.bot.forge.fault.WireFault;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault on every endpoint. A fault that passes is not noticed, and leaves what an undisturbed
 * call leaves; one that stays ends as an error that says what happened where, and the same call
 * made again leaves the same.
 */
class GitLabFaultMatrixIT {
  private static final WireFault.RefusalWords REFUSALS = new GitLabRefusals();

  @TempDir private static Path folder;
  private static GitLabBench bench;
  private static WireMockServer proxy;
  private static GitLabForge direct;
  private static final Map<String, String> UNDISTURBED = new HashMap<>();
  private static int lines;

  @BeforeAll
  static void start() {
    bench = new GitLabBench(folder);
    proxy =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .extensions(
                    new LostAnswer(LostAnswer.DROPPED), new LostAnswer(LostAnswer.BAD_GATEWAY)));
    proxy.start();
    direct = bench.gitLabForge();
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
        any(anyUrl()).atPriority(9).willReturn(WireMock.aResponse().proxiedFrom(gitLab())));
  }

  static Stream<Arguments> everyFaultOnEveryEndpoint() {
    return GitLabEndpoint.ALL.stream()
        .flatMap(
            endpoint ->
                Arrays.stream(WireFault.values()).map(fault -> Arguments.of(endpoint, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultOnEveryEndpoint")
  @DisplayName("Fault rows 34, 46, 48 to 51: every fault on every endpoint")
  void endsAsIfUndisturbed(GitLabEndpoint endpoint, WireFault fault) {
    String expected =
        UNDISTURBED.computeIfAbsent(endpoint.name(), name -> stateWhenUndisturbed(endpoint));
    FaultedLine line = prepared(endpoint);
    order(endpoint, fault);

    if (fault.passes()) {
      endpoint.act(line, faulty(endpoint, fault));
    } else {
      assertError(
          endpoint,
          fault,
          catchThrowableOfType(
              CountersignException.class, () -> endpoint.act(line, faulty(endpoint, fault))));
      endpoint.act(line, direct);
    }

    assertThat(proxy.getAllServeEvents())
        .as("the fault was met")
        .anyMatch(event -> event.getRequest().getUrl().matches(endpoint.urls()));
    assertThat(line.state()).isEqualTo(expected);
  }

  private static String stateWhenUndisturbed(GitLabEndpoint endpoint) {
    FaultedLine line = prepared(endpoint);
    endpoint.act(line, direct);
    return line.state();
  }

  private static FaultedLine prepared(GitLabEndpoint endpoint) {
    FaultedLine line = new FaultedLine(bench, direct, lines++);
    endpoint.prepare(line);
    return line;
  }

  private static void assertError(
      GitLabEndpoint endpoint, WireFault fault, CountersignException error) {
    if (error == null) {
      assertThat(endpoint.skipsRefusals() && fault.isRefusal())
          .as("%s on %s went unnoticed", fault, endpoint)
          .isTrue();
      return;
    }
    assertThat(error.code())
        .isEqualTo(
            fault == WireFault.LOGIN_PAGE ? ErrorCode.REMOTE_UNAVAILABLE : ErrorCode.ACCESS_DENIED);
    assertThat(error).hasMessageContaining("localhost:" + proxy.port());
    if (fault != WireFault.REDIRECTED_ELSEWHERE) {
      assertThat(error)
          .hasMessageContaining(
              "\"" + endpoint.method() + " localhost:" + proxy.port() + "/api/v4/")
          .hasMessageContaining(GitLabRefusals.says(fault))
          .hasMessageContaining("request id \"01REQUEST\"");
    }
    StringWriter everything = new StringWriter();
    error.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain("canary");
  }

  /** The endpoint's first requests meet the fault, later ones pass. */
  private static void order(GitLabEndpoint endpoint, WireFault fault) {
    for (int i = 0; i < fault.times(); i++) {
      proxy.stubFor(
          request(endpoint.method(), urlPathMatching(endpoint.path()))
              .atPriority(1)
              .inScenario("fault")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "met " + i)
              .willSetStateTo("met " + (i + 1))
              .willReturn(fault.answer(gitLab(), REFUSALS)));
    }
  }

  private static GitLabForge faulty(GitLabEndpoint endpoint, WireFault fault) {
    return bench.gitLabForge(
        endpoint.settings(bench.settings(URI.create(proxy.baseUrl()), bench.gitLab().botToken())),
        GitLabRefusals.patience(fault));
  }

  private static String gitLab() {
    return bench.gitLab().baseUrl().toString();
  }
}
