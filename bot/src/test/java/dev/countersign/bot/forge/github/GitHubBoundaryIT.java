package dev.countersign.bot.forge.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.countersign.bot.forge.MergeRequest;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what does not. */
class GitHubBoundaryIT {
  private static final String CANARY = "github_pat_canary_4c1e";
  private static final String LIST = "/repos/acme/models/pulls";

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

  @Test
  @DisplayName("Found by the head branch, in any state; the token is in a header only")
  void findsByHead_inAnyState() {
    server.stubFor(any(anyUrl()).willReturn(okJson("[]")));

    forge().of("countersign/diamonds-price/production");

    server.verify(
        getRequestedFor(urlPathEqualTo(LIST))
            .withQueryParam("head", equalTo("acme:countersign/diamonds-price/production"))
            .withQueryParam("state", equalTo("all"))
            .withHeader("Authorization", equalTo("Bearer " + CANARY))
            .withHeader("X-GitHub-Api-Version", equalTo("2022-11-28")));
    assertThat(server.getAllServeEvents().get(0).getRequest().getUrl()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
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
  @DisplayName("Fault row 51: a pagination link to another host is refused, not left out")
  void followsNoPaginationLinkElsewhere() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                okJson("[]").withHeader("Link", "<" + other.baseUrl() + LIST + ">; rel=\"next\"")));

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void readsEveryPage() {
    server.stubFor(
        get(urlPathEqualTo(LIST))
            .willReturn(
                okJson(list(7, "open", "acme/models"))
                    .withHeader(
                        "Link",
                        "<%s/page2>; rel=\"next\", <%s/page2>; rel=\"last\""
                            .formatted(server.baseUrl(), server.baseUrl()))));
    server.stubFor(get("/page2").willReturn(okJson(list(5, "open", "acme/models"))));

    assertThat(forge().of("x")).extracting(MergeRequest::number).containsExactly(7L, 5L);
  }

  @Test
  @DisplayName("Fault row 54: a fork's merge request from a branch of that name is not ours")
  void adoptsNoForksMergeRequest() {
    server.stubFor(any(anyUrl()).willReturn(okJson(list(5, "open", "mallory/models"))));

    assertThat(forge().of("x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', User, true",
    "head_ref_deleted, User, true",
    "head_ref_deleted, Bot, false",
    "'', Bot, false",
  })
  @DisplayName("I6: a person rejects by closing and by deleting the branch, a bot by neither")
  void tellsWhetherAPersonClosed(String before, String type, boolean person) {
    server.stubFor(get(urlPathEqualTo(LIST)).willReturn(okJson(list(5, "closed", "acme/models"))));
    String actor = "\"actor\":{\"login\":\"alice\",\"id\":7,\"type\":\"" + type + "\"}";
    String at = "\"created_at\":\"2026-11-20T11:00:00Z\"";
    String deleted =
        before.isEmpty() ? "" : "{\"event\":\"%s\",%s,%s},".formatted(before, actor, at);
    server.stubFor(
        get(urlPathEqualTo("/repos/acme/models/issues/5/events"))
            .willReturn(okJson("[%s{\"event\":\"closed\",%s,%s}]".formatted(deleted, actor, at))));

    MergeRequest.Ending ended = forge().of("x").get(0).ended().orElseThrow();

    assertThat(ended.byPerson()).isEqualTo(person);
    assertThat(ended.by().login()).isEqualTo("alice");
    assertThat(ended.by().id()).hasValue(7L);
  }

  @Test
  @DisplayName("Fault row 50: a private repository that the token may not see answers 404")
  void explainsAHiddenRepository() {
    refuse(404, "{\"message\":\"Not Found\"}");

    assertThatThrownBy(() -> forge().of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("repository \"acme/models\"")
        .hasMessageContaining("fine-grained personal access token")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "ghp_canary, a classic personal access token",
    "ghs_canary, a workflow's token or an app's installation token",
    "gho_canary, an OAuth token",
    "canary, a token of a kind that is not known"
  })
  @DisplayName("Fault row 50: a token that expired; the error names its kind, not the token")
  void namesTheKindOfToken(String token, String kind) {
    refuse(401, "{\"message\":\"Bad credentials\"}");

    assertThatThrownBy(() -> forge(token).of("x"))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("the token is wrong, expired or revoked")
        .hasMessageContaining(kind)
        .hasMessageNotContaining("canary");
  }

  @Test
  @DisplayName("Fault row 48: a secondary limit is waited for, for a minute where no time is named")
  void waitsForASecondaryLimit() {
    server.stubFor(
        any(anyUrl())
            .inScenario("limit")
            .whenScenarioStateIs("Started")
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withBody("{\"message\":\"You have exceeded a secondary rate limit.\"}"))
            .willSetStateTo("open"));
    server.stubFor(
        any(anyUrl()).inScenario("limit").whenScenarioStateIs("open").willReturn(okJson("[]")));

    forge().of("x");

    assertThat(time.pauses()).hasSize(1);
    assertThat(time.pauses().get(0)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
  }

  @Test
  @DisplayName("The SDK asks for nothing by itself, and its rate limit is not its own")
  void letsTheSdkDoNothingByItself() {
    server.stubFor(
        any(urlPathMatching("/repos/acme/models/statuses/.*"))
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("x-ratelimit-limit", "5000")
                    .withHeader("x-ratelimit-remaining", "0")
                    .withHeader("x-ratelimit-reset", "99999999999")
                    .withBody("{\"id\":1}")));
    server.stubFor(get(urlPathMatching("/repos/acme/models/commits/.*")).willReturn(okJson("[]")));

    forge()
        .report(
            new dev.countersign.modelrefs.value.CommitId("a".repeat(40)),
            List.of(
                new dev.countersign.bot.forge.CommitStatus(
                    "one",
                    dev.countersign.bot.forge.CommitStatus.State.PENDING,
                    "waits",
                    Optional.empty()),
                new dev.countersign.bot.forge.CommitStatus(
                    "two",
                    dev.countersign.bot.forge.CommitStatus.State.PENDING,
                    "waits",
                    Optional.empty())));

    assertThat(server.getAllServeEvents()).hasSize(3);
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

  private static String list(long number, String state, String headRepository) {
    return """
        [{"number":%d,"node_id":"PR_1","html_url":"https://github.com/acme/models/pull/%d",
          "title":"Promote","body":null,"state":"%s","draft":false,"labels":[],
          "head":{"ref":"x","sha":"%s","repo":{"full_name":"%s"}},"base":{"ref":"main"},
          "user":{"login":"countersign-bot","id":1},"merged_at":null,"merge_commit_sha":null,
          "closed_at":%s,"requested_reviewers":[],"assignees":[]}]
        """
        .formatted(
            number,
            number,
            state,
            "a".repeat(40),
            headRepository,
            state.equals("closed") ? "\"2026-11-20T11:00:00Z\"" : "null");
  }

  private GitHubForge forge() {
    return forge(CANARY);
  }

  private GitHubForge forge(String token) {
    GitHubSettings settings =
        new GitHubSettings(
            URI.create(server.baseUrl()),
            RepositoryName.parse("acme/models"),
            "main",
            new GitHubCredential.Token(new Secret(token)),
            Optional.of("countersign-bot"),
            Optional.empty());
    return GitHubForge.open(settings, git, Transports.quick(), time.pacing());
  }
}
