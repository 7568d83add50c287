package dev.countersign.bot.forge.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.forge.fault.LostAnswer;
import dev.countersign.bot.forge.fault.WireFault;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class GitLabInspectionFaultsIT {
  private static final Map<String, String> ENDPOINTS =
      Map.of(
          "VERSION", "/api/v4/version",
          "USER", "/api/v4/user",
          "TOKEN", "/api/v4/personal_access_tokens/self",
          "PROJECT", "/api/v4/projects/[^/]+",
          "BRANCH", "/api/v4/projects/[^/]+/repository/branches/[^/]+",
          "PROTECTED_BRANCHES", "/api/v4/projects/[^/]+/protected_branches",
          "APPROVAL_RULES", "/api/v4/projects/[^/]+/approval_rules",
          "APPROVERS", "/api/v4/users",
          "ROLES", "/api/v4/projects/[^/]+/members/all");

  /** A refusal there is an answer, too: GitLab does not tell. */
  private static final Set<String> UNTOLD =
      Set.of("TOKEN", "BRANCH", "PROTECTED_BRANCHES", "APPROVAL_RULES");

  private static final ForgeQuestions QUESTIONS =
      new ForgeQuestions(
          List.of(ForgeBench.TARGET, "countersign/m/production"), List.of("bob", "guest", "bop"));

  @TempDir private static Path folder;
  private static GitLabBench bench;
  private static WireMockServer proxy;

  @BeforeAll
  static void start() {
    bench =
        new GitLabBench(
            folder, dev.countersign.bot.forge.fake.gitlab.GitLabSettings.current().paid());
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
        any(anyUrl()).atPriority(9).willReturn(WireMock.aResponse().proxiedFrom(gitLab())));
  }

  static Stream<Arguments> everyFaultOnEveryEndpoint() {
    return ENDPOINTS.keySet().stream()
        .sorted()
        .flatMap(
            endpoint ->
                Arrays.stream(WireFault.values()).map(fault -> Arguments.of(endpoint, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyFaultOnEveryEndpoint")
  @DisplayName("Fault rows 34, 46, 48 to 51: every fault on every endpoint that doctor asks")
  void findsTheSame_orSaysWhatStoodInTheWay(String endpoint, WireFault fault) {
    order(ENDPOINTS.get(endpoint), fault);

    if (fault.passes()) {
      assertThat(withoutTheTime(look(proxy.baseUrl(), fault)))
          .isEqualTo(withoutTheTime(look(gitLab(), fault)));
    } else if (fault == WireFault.FORBIDDEN && UNTOLD.contains(endpoint)) {
      assertThat(look(proxy.baseUrl(), fault).login().name()).contains(bench.gitLab().botLogin());
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
                    .hasMessageContaining(GitLabRefusals.says(fault))
                    .hasMessageNotContaining("canary");
              });
    }
    assertThat(bench.gitLab().journal().writes()).isZero();
  }

  /** The endpoint's first requests meet the fault, later ones pass. */
  private static void order(String path, WireFault fault) {
    for (int i = 0; i < fault.times(); i++) {
      proxy.stubFor(
          get(urlPathMatching(path))
              .atPriority(1)
              .inScenario("fault")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "met " + i)
              .willSetStateTo("met " + (i + 1))
              .willReturn(fault.answer(gitLab(), new GitLabRefusals())));
    }
  }

  private static ForgeFacts look(String url, WireFault fault) {
    return GitLabInspection.open(
            bench.settings(URI.create(url), bench.gitLab().botToken()),
            GitLabRefusals.patience(fault),
            new VirtualTime().pacing())
        .inspect(QUESTIONS);
  }

  private static List<Object> withoutTheTime(ForgeFacts facts) {
    return List.of(
        facts.server().name(), facts.login(), facts.rights(), facts.branches(), facts.people());
  }

  private static String gitLab() {
    FakeGitLab server = bench.gitLab();
    return server.baseUrl().toString();
  }
}
