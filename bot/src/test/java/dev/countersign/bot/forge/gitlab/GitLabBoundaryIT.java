package dev.countersign.bot.forge.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.countersign.bot.forge.fake.BareRepository;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.Transports;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, and what does not. */
class GitLabBoundaryIT {
  private static final String CANARY = "glpat-canary-4c1e";
  private static final String LIST = "/api/v4/projects/acme%2Fml%2Fmodels/merge_requests";

  @TempDir private Path folder;
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final WireMockServer other =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final VirtualTime time = new VirtualTime();
  private GitRepository git;

  @BeforeEach
  void start() {
    server.start();
    other.start();
    other.stubFor(any(anyUrl()).willReturn(okJson("[]")));
    git =
        JGitRepositories.open(
            RemoteLocation.of(BareRepository.create(folder.resolve("models.git"))),
            Optional.empty());
  }

  @AfterEach
  void stop() {
    git.close();
    server.stop();
    other.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCESS, PRIVATE-TOKEN, glpat-canary-4c1e",
    "OAUTH, Authorization, Bearer glpat-canary-4c1e",
    "JOB, JOB-TOKEN, glpat-canary-4c1e"
  })
  void sendsEachKindOfTokenInItsHeader(GitLabToken.Kind kind, String header, String value) {
    server.stubFor(any(anyUrl()).willReturn(okJson("[]")));

    forge(kind, "").of("x");

    server.verify(getRequestedFor(urlPathEqualTo(LIST)).withHeader(header, equalTo(value)));
    assertThat(server.getAllServeEvents().get(0).getRequest().getUrl()).doesNotContain(CANARY);
  }

  @Test
  @DisplayName("Fault row 52: a GitLab below a path, and a project in nested groups")
  void keepsTheUrlRoot() {
    server.stubFor(any(anyUrl()).willReturn(okJson("[]")));

    forge(GitLabToken.Kind.ACCESS, "/tools/gitlab").of("x");

    server.verify(getRequestedFor(urlPathEqualTo("/tools/gitlab" + LIST)));
  }

  @Test
  void findsByBranch_inAnyState() {
    server.stubFor(any(anyUrl()).willReturn(okJson("[]")));

    forge().of("countersign/diamonds-price/production");

    server.verify(
        getRequestedFor(urlPathEqualTo(LIST))
            .withQueryParam("source_branch", equalTo("countersign/diamonds-price/production"))
            .withQueryParam("state", equalTo("all"))
            .withQueryParam("order_by", equalTo("created_at"))
            .withQueryParam("sort", equalTo("desc")));
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "307", "308"})
  @DisplayName("Fault row 51: a redirect to another host is refused, and the token stays here")
  void followsNoRedirectElsewhere(int status) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(status).withHeader("Location", other.baseUrl() + "/x")));

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("redirects to \"localhost:" + other.port() + "\"");
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 51: pages are counted, links to other hosts are not looked at")
  void followsNoPaginationLink() {
    String next = "<" + other.baseUrl() + LIST + "?page=2>; rel=\"next\"";
    server.stubFor(
        any(anyUrl())
            .willReturn(
                okJson("[]")
                    .withHeader("Link", next)
                    .withHeader("X-Per-Page", "100")
                    .withHeader("X-Next-Page", "2")
                    .withHeader("X-Page", "1")
                    .withHeader("X-Total", "150")
                    .withHeader("X-Total-Pages", "2")));

    forge().of("x");

    server.verify(2, getRequestedFor(urlPathEqualTo(LIST)));
    server.verify(getRequestedFor(urlMatching(".*[?&]page=2.*")));
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 54: a fork's merge request from a branch of that name is not ours")
  void adoptsNoForksMergeRequest() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                okJson(
                    """
                    [{"iid":5,"title":"Promote","state":"opened","sha":"%s","source_branch":"x",
                      "target_branch":"main","source_project_id":99,"target_project_id":4711,
                      "author":{"id":1,"username":"mallory"},"web_url":"https://gitlab.example/5"}]
                    """
                        .formatted("a".repeat(40)))));

    assertThat(forge().of("x")).isEmpty();
  }

  @Test
  @DisplayName("Fault row 49: 200 with a login page is not an empty list")
  void isNotFooledByALoginPage() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withHeader("X-Request-Id", "01HX")
                    .withBody("<!DOCTYPE html><title>Sign in</title>")));

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE))
        .hasMessageContaining("listing the merge requests of \"x\" failed")
        .hasMessageContaining("\"GET localhost:%d%s\" answered 200".formatted(server.port(), LIST))
        .hasMessageContaining("request id \"01HX\"");
  }

  @Test
  @DisplayName("Fault row 50: a token without the scope; the error names it, the project, the path")
  void namesTheMissingScope() {
    refuse(
        403,
        "{\"error\":\"insufficient_scope\",\"error_description\":\"higher\",\"scope\":\"api\"}");

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("answered 403")
        .hasMessageContaining("the token needs the scope \"api\"")
        .hasMessageContaining("project \"acme/ml/models\"")
        .hasMessageContaining("access token (PRIVATE-TOKEN)")
        .hasMessageNotContaining(CANARY);
  }

  @Test
  @DisplayName("Fault row 50: a private project that the token may not see answers 404")
  void explainsAHiddenProject() {
    refuse(404, "{\"message\":\"404 Project Not Found\"}");

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("project \"acme/ml/models\"")
        .hasMessageContaining("the role Developer");
  }

  @Test
  @DisplayName("Fault row 50: a CI job token; the error says what it cannot do")
  void explainsTheLimitsOfAJobToken() {
    refuse(401, "{\"message\":\"401 Unauthorized\"}");

    assertThatThrownBy(() -> forge(GitLabToken.Kind.JOB, "").of("x"))
        .hasMessageContaining(
            "a job token cannot write merge requests, comments or uploads; give a project access"
                + " token");
  }

  @Test
  @DisplayName("Fault row 48: 429 with Retry-After waits as long as it is told")
  void waitsAsLongAsItIsTold() {
    server.stubFor(
        any(anyUrl())
            .inScenario("limit")
            .whenScenarioStateIs("Started")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17"))
            .willSetStateTo("open"));
    server.stubFor(
        any(anyUrl()).inScenario("limit").whenScenarioStateIs("open").willReturn(okJson("[]")));

    forge().of("x");

    assertThat(time.pauses()).hasSize(1);
    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(18));
  }

  private void refuse(int status, String json) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(json)));
  }

  private GitLabForge forge() {
    return forge(GitLabToken.Kind.ACCESS, "");
  }

  private GitLabForge forge(GitLabToken.Kind kind, String root) {
    GitLabSettings settings =
        new GitLabSettings(
            URI.create(server.baseUrl() + root),
            "acme/ml/models",
            "main",
            new GitLabToken(kind, new Secret(CANARY)),
            Optional.empty(),
            Optional.of("bot"));
    return GitLabForge.open(settings, git, Transports.quick(), time.pacing());
  }
}
