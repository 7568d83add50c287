package dev.countersign.bot.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.ForgeAddress;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.bot.transport.VirtualTime;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.Launcher;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("I7: only a verified identity token attests who launched")
class JobIdentityIT {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Launcher ALICE = new Launcher("gitlab", Optional.of(42L), "alice", true);

  private final JobIdentity identity =
      new JobIdentity(
          new HttpIssuerDocuments(
              TransportSettings.defaults(), new VirtualTime().pacing(), Optional.empty()),
          Clock.fixed(NOW, ZoneOffset.UTC));
  private static Issuer issuer;

  @BeforeAll
  static void start() throws Exception {
    issuer = new Issuer();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void attestsWhoLaunchedAGitLabPipeline_whateverTheVariablesSay() {
    assertThat(of(gitlab(issuer.token("ours", gitlabClaims())))).contains(CiIdentity.of(ALICE));
  }

  @Test
  void attestsNothing_withoutAToken() {
    Map<String, String> variables = gitlab("");

    assertThat(of(variables))
        .contains(CiIdentity.of(new Launcher("gitlab", Optional.of(1L), "bob", false)));
  }

  @Test
  void isNobody_outsideACi() {
    assertThat(of(Map.of(JobIdentity.TOKEN, issuer.token("ours", gitlabClaims())))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expired                | exp          | 1795175900    | it has expired
          without an expiry      | exp          | null          | no key of
          issued in the future   | iat          | 1795190000    | no key of
          for another audience   | aud          | "vault"       | the audience "countersign"
          for no audience        | aud          | null          | the audience "countersign"
          of another issuer      | iss          | "https://evil.example" | it was not issued by "http://127.0.0.1:
          of no issuer           | iss          | null          | it was not issued by "http://127.0.0.1:
          of another project     | project_path | "team/other"  | issued for the project_path "team/other", and this job belongs to "team/fraud"
          of another pipeline    | pipeline_id  | "9"           | issued for the pipeline_id "9", and this job belongs to "1001"
          of nobody              | user_login   | null          | it does not say who launched the job (user_login)
          """)
  void refusesAToken(String ignoredCase, String claim, String value, String reason) {
    String token = issuer.token("ours", changed(gitlabClaims(), claim, value));

    assertRefused(() -> of(gitlab(token)), reason, token);
  }

  @Test
  void refusesATokenWithoutASignature() {
    String token = Issuer.unsignedToken(gitlabClaims());

    assertRefused(() -> of(gitlab(token)), "no key of", token);
  }

  @Test
  void refusesATokenThatIsSignedWithThePublicKeyAsASecret() {
    String token = issuer.confusedToken("ours", gitlabClaims());

    assertRefused(() -> of(gitlab(token)), "no key of", token);
  }

  @Test
  void refusesATokenOfAnUnknownKey() {
    String token = issuer.token("theirs", gitlabClaims());

    assertRefused(() -> of(gitlab(token)), "no key of", token);
  }

  @Test
  void refusesATokenThatAnotherIssuerSignedUnderTheSameKeyId() throws Exception {
    try (Issuer other = new Issuer()) {
      String token = other.token("ours", gitlabClaims());

      assertRefused(() -> of(gitlab(token)), "no key of", token);
    }
  }

  @Test
  void refusesATokenWhoseClaimsWereChangedAfterSigning() {
    String honest = issuer.token("ours", changed(gitlabClaims(), "user_login", "\"mallory\""));
    String[] parts = issuer.token("ours", gitlabClaims()).split("\\.", -1);
    String token = parts[0] + "." + parts[1] + "." + honest.split("\\.", -1)[2];

    assertRefused(() -> of(gitlab(token)), "no key of", token);
  }

  @Test
  void refusesWhatIsNoToken_ratherThanBelieveTheVariables() {
    assertRefused(() -> of(gitlab("glpat-canary")), "no key of", "glpat-canary");
  }

  @Test
  void believesTheForgeOfTheCommandLine_notTheCisVariable() throws Exception {
    try (Issuer evil = new Issuer()) {
      String token = evil.token("ours", changed(gitlabClaims(), "iss", "\"" + evil.url() + "\""));
      Map<String, String> variables = new HashMap<>(gitlab(token));
      variables.put("CI_SERVER_URL", evil.url());

      assertRefused(
          () -> identity.of(variables, new ForgeAddress.GitLab(URI.create(issuer.url()), "a/b")),
          "no key of \"" + issuer.url(),
          token);
    }
  }

  @Test
  @DisplayName(
      "Fault row 49: keys that cannot be read attest nothing, and nothing else is believed")
  void isUnavailable_whenTheKeysCannotBeRead() throws Exception {
    Map<String, String> variables = new HashMap<>(gitlab(issuer.token("ours", gitlabClaims())));
    try (Issuer gone = new Issuer()) {
      variables.put("CI_SERVER_URL", gone.url());
    }

    assertThatThrownBy(() -> of(variables))
        .extracting(error -> ((CountersignException) error).code())
        .isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
  }

  @Test
  void requestsATokenFromGitHub_withTheJobsOwnCredential() {
    issuer.handOut(issuer.token("ours", githubClaims("1")));

    assertThat(of(github("bob")))
        .contains(CiIdentity.of(new Launcher("github", Optional.of(7L), "alice", true)));
    assertThat(issuer.bearers())
        .contains("Bearer request-secret api-version=2.0&audience=countersign");
  }

  @Test
  void attestsNobody_whenAWorkflowIsRunAgain() {
    issuer.handOut(issuer.token("ours", githubClaims("2")));
    Launcher first = new Launcher("github", Optional.of(7L), "alice", false);

    assertThat(of(github("bob")))
        .contains(
            new CiIdentity(new Launcher("github", Optional.empty(), "bob", false), List.of(first)));
    assertThat(of(github("alice"))).contains(CiIdentity.of(first));
  }

  @Test
  void refusesATokenOfAnotherRepository() {
    String token = issuer.token("ours", changed(githubClaims("1"), "repository", "\"fork/fraud\""));
    issuer.handOut(token);

    assertRefused(
        () -> of(github("alice")),
        "issued for the repository \"fork/fraud\", and this job belongs to \"team/fraud\"",
        token);
  }

  private Optional<CiIdentity> of(Map<String, String> environment) {
    return identity.of(environment, new ForgeAddress.Local(URI.create("http://127.0.0.1/")));
  }

  private static void assertRefused(ThrowingCallable call, String reason, String secret) {
    assertThatThrownBy(call)
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(secret)
        .hasNoCause()
        .extracting(error -> ((CountersignException) error).code())
        .isEqualTo(ErrorCode.IDENTITY_REFUSED);
  }

  /** A job whose variables somebody has replaced. */
  private static Map<String, String> gitlab(String token) {
    return Map.of(
        "GITLAB_CI",
        "true",
        "GITLAB_USER_LOGIN",
        "bob",
        "GITLAB_USER_ID",
        "1",
        "CI_SERVER_URL",
        issuer.url(),
        "CI_PROJECT_PATH",
        "team/fraud",
        "CI_PIPELINE_ID",
        "1001",
        JobIdentity.TOKEN,
        token);
  }

  private static Map<String, String> github(String triggering) {
    return Map.of(
        "GITHUB_ACTIONS", "true",
        "GITHUB_ACTOR", "alice",
        "GITHUB_ACTOR_ID", "7",
        "GITHUB_TRIGGERING_ACTOR", triggering,
        "GITHUB_SERVER_URL", issuer.url(),
        "GITHUB_REPOSITORY", "team/fraud",
        "GITHUB_RUN_ID", "555",
        "ACTIONS_ID_TOKEN_REQUEST_URL", issuer.url() + "/token?api-version=2.0",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-secret");
  }

  private static String gitlabClaims() {
    return """
        {"iss": "%s", "aud": "countersign", "iat": %d, "nbf": %d, "exp": %d,
         "sub": "project_path:team/fraud:ref_type:branch:ref:main", "jti": "x",
         "project_path": "team/fraud", "pipeline_id": "1001", "pipeline_source": "web",
         "ref_protected": "true", "user_login": "alice", "user_id": "42", "runner_id": 1}
        """
        .formatted(
            issuer.url(),
            NOW.getEpochSecond() - 60,
            NOW.getEpochSecond() - 65,
            NOW.getEpochSecond() + 240);
  }

  private static String githubClaims(String attempt) {
    return """
        {"iss": "%s/_services/token", "aud": "countersign", "iat": %d, "nbf": %d, "exp": %d,
         "repository": "team/fraud", "run_id": "555", "run_attempt": "%s", "actor": "alice",
         "actor_id": "7", "event_name": "workflow_dispatch", "ref": "refs/heads/main"}
        """
        .formatted(
            issuer.url(),
            NOW.getEpochSecond(),
            NOW.getEpochSecond() - 300,
            NOW.getEpochSecond() + 300,
            attempt);
  }

  /** The claims with one replaced; {@code null} takes it away. */
  private static String changed(String claims, String name, String value) {
    String replaced =
        claims.replaceFirst(
            "\"" + name + "\": (\"[^\"]*\"|[0-9]+)",
            "\""
                + (value.equals("null") ? "no_" : "")
                + name
                + "\": "
                + (value.equals("null") ? "0" : value));
    assertThat(replaced).as("the claim is there").isNotEqualTo(claims);
    return replaced;
  }
}
