package dev.countersign.bot.forge.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.countersign.bot.forge.fault.LostAnswer;
import dev.countersign.bot.forge.fault.WireFault;
import dev.countersign.bot.transport.Transports;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class GitHubFaultMatrixIT {
  private static final WireFault.RefusalWords REFUSALS = new GitHubRefusals();

  private static final Map<GitHubEndpoint, String> UNDISTURBED =
      new EnumMap<>(GitHubEndpoint.class);

  @TempDir private static Path folder;
  private static GitHubBench bench;
  private static WireMockServer proxy;
  private static GitHubForge direct;
  private static int lines;

  @BeforeAll
  static void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    proxy =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .extensions(
                    new LostAnswer(LostAnswer.DROPPED), new LostAnswer(LostAnswer.BAD_GATEWAY)));
    proxy.start();
    direct = bench.gitHubForge();
  }

  @AfterAll
  static void stop() {
    proxy.stop();
    bench.close();
  }

  @BeforeEach
  void proxyAll() {
    proxy.resetAll();
    proxy.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(gitHub())));
  }

  static Stream<Arguments> everyFaultOnEveryEndpoint() {
    return Arrays.stream(GitHubEndpoint.values())
        .flatMap(
            endpoint ->
                Arrays.stream(WireFault.values()).map(fault -> Arguments.of(endpoint, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultOnEveryEndpoint")
  @DisplayName("Fault rows 46, 48 to 51: every fault on every endpoint")
  void endsAsIfUndisturbed(GitHubEndpoint endpoint, WireFault fault) {
    UNDISTURBED.computeIfAbsent(endpoint, GitHubFaultMatrixIT::stateWhenUndisturbed);
    FaultedLine line = prepared(endpoint);
    order(endpoint, fault);

    Optional<Throwable> error = error(endpoint, line);
    if (fault.passes()) {
      assertThat(error).isEmpty();
    } else {
      if (!endpoint.skipsRefusals() || !fault.isRefusal()) {
        assertError(endpoint, fault, error.orElseThrow());
      }
      endpoint.act(line, anew(endpoint));
    }

    assertThat(proxy.getAllServeEvents())
        .as("the fault was met")
        .anyMatch(event -> event.getRequest().getUrl().matches(endpoint.path() + "(\\?.*)?"));
    assertThat(withoutRepeatedReading(line.state()))
        .isEqualTo(withoutRepeatedReading(UNDISTURBED.get(endpoint)));
  }

  private static Optional<Throwable> error(GitHubEndpoint endpoint, FaultedLine line) {
    try {
      endpoint.act(line, faulty(endpoint));
      return Optional.empty();
    } catch (CountersignException | AssertionError e) {
      return Optional.of(e);
    }
  }

  private static void assertError(GitHubEndpoint endpoint, WireFault fault, Throwable error) {
    boolean page = fault == WireFault.LOGIN_PAGE;
    assertThat(error)
        .isInstanceOfSatisfying(
            CountersignException.class,
            e ->
                assertThat(e.code())
                    .isEqualTo(page ? ErrorCode.REMOTE_UNAVAILABLE : ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("localhost:" + proxy.port())
        .hasMessageNotContaining("canary");
    if (fault != WireFault.REDIRECTED_ELSEWHERE) {
      assertThat(error)
          .hasMessageContaining("\"" + endpoint.method() + " localhost:" + proxy.port() + "/")
          .hasMessageContaining("request id \"01REQUEST\"");
    }
    says(fault).forEach(words -> assertThat(error).hasMessageContaining(words));
  }

  private static List<String> says(WireFault fault) {
    return switch (fault) {
      case LOGIN_PAGE -> List.of("answered 200 with a web page");
      case TOKEN_EXPIRED -> List.of("answered 401", "the token is wrong, expired or revoked");
      case FORBIDDEN ->
          List.of(
              "answered 403",
              "the token needs the permission \"pull_requests=write\"",
              "repository \"acme/models\"",
              "fine-grained personal access token");
      default -> List.of();
    };
  }

  /** What a person did again to have it read again is not what the bot left. */
  private static String withoutRepeatedReading(String state) {
    return String.join(
        "\n",
        state
            .lines()
            .filter(line -> !line.equals("review APPROVED"))
            .filter(line -> !line.startsWith("comment /countersign"))
            .toList());
  }

  private static String stateWhenUndisturbed(GitHubEndpoint endpoint) {
    FaultedLine line = prepared(endpoint);
    endpoint.act(line, anew(endpoint));
    return line.state();
  }

  private static FaultedLine prepared(GitHubEndpoint endpoint) {
    FaultedLine line = new FaultedLine(bench, direct, lines++);
    endpoint.prepare(line);
    return line;
  }

  /** The endpoint's first requests meet the fault, later ones pass. */
  private static void order(GitHubEndpoint endpoint, WireFault fault) {
    for (int i = 0; i < fault.times(); i++) {
      proxy.stubFor(
          request(endpoint.method(), urlPathMatching(endpoint.path()))
              .atPriority(1)
              .inScenario("fault")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "met " + i)
              .willSetStateTo("met " + (i + 1))
              .willReturn(fault.answer(gitHub(), REFUSALS)));
    }
  }

  private static GitHubForge faulty(GitHubEndpoint endpoint) {
    return at(URI.create(proxy.baseUrl()), endpoint);
  }

  /** As a new process makes it, past the proxy. */
  private static GitHubForge anew(GitHubEndpoint endpoint) {
    return at(bench.gitHub().apiUrl(), endpoint);
  }

  private static GitHubForge at(URI url, GitHubEndpoint endpoint) {
    return bench.gitHubForge(
        endpoint.settings(bench.settings(url, bench.gitHub().botToken())),
        Transports.reading(Duration.ofSeconds(3)));
  }

  private static String gitHub() {
    return bench.gitHub().baseUrl().toString();
  }
}
