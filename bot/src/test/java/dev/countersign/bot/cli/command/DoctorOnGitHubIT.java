package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.github.GitHubSettings;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.github.AppKeys;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} on GitHub: a good set-up is left in peace, each thing that is wrong is named. */
class DoctorOnGitHubIT {
  private static final String LOG = "countersign/deployments";
  private static final String DEPLOYER = "github_pat_canary_deployer_6h3j9k2l";
  private static final String UNTOLD =
      "rights: whether it may open and update merge requests; set commit statuses cannot be told:"
          + " GitHub does not tell the permissions of a fine-grained personal access token";

  @TempDir private Path folder;
  private Scenario scenario;
  private FakeGitHub gitHub;

  @BeforeEach
  void setUp() throws IOException {
    scenario = new Scenario(folder, "m");
    start(GitHubSettings.current());
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  /** As the tutorial sets a repository up. */
  private void start(GitHubSettings settings) {
    gitHub = FakeGitHub.start(scenario.repository(), settings);
    gitHub.dropClassicProtection();
    gitHub.ruleset("main", List.of("pull_request", "non_fast_forward", "deletion"), 1);
    gitHub.ruleset(
        LOG, List.of("creation", "update", "non_fast_forward", "deletion"), 0, "deployer");
    gitHub.people().issue(token(DEPLOYER, "deployer", Optional.empty()));
  }

  @Test
  @DisplayName("The tutorial's rules and a bot user's token: nothing fails, nothing changes")
  void findsNothing_whereAllIsWell() {
    DoctorRun proposer = proposer(gitHub.botToken());
    DoctorRun deployer = deployer(DEPLOYER);

    for (DoctorRun run : List.of(proposer, deployer)) {
      assertThat(run.exitCode()).as(run::toString).isZero();
      assertThat(run.found("fail")).isEmpty();
    }
    assertThat(proposer.found("warn")).containsExactly(UNTOLD);
    assertThat(proposer.found("ok"))
        .contains(
            "forge: GitHub",
            "token: fine-grained personal access token, acting as countersign-bot",
            "git: branch \"main\" can be fetched, and pushes are taken",
            "pipelines: start on what this login pushes, where the CI file says so",
            "branch main: protected; this login cannot push to it; the forge requires 1,"
                + " Countersign its own",
            "branch countersign/deployments: the proposing login cannot write the deployment log",
            "branches countersign/*: no rule keeps this login out",
            "approvers: exist and may write: \"bob\"");
    assertThat(deployer.found("ok"))
        .contains("branch countersign/deployments: this login may write the deployment log");
    assertThat(gitHub.journal().writes()).isZero();
    assertThat(gitHub.journal().gitCalls()).noneMatch(call -> call.path().endsWith("receive-pack"));
    assertThat(proposer.toString()).doesNotContain("canary");
  }

  @Test
  void readsThePermissionsOfAnApp() {
    DoctorRun run = asApp();

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("warn")).isEmpty();
    assertThat(run.found("ok"))
        .contains(
            "token: GitHub App, acting as countersign[bot]",
            "rights: may push branches; open and update merge requests; set commit statuses");
  }

  @Test
  void namesThePermission_thatAnAppLacks() {
    for (int call = 0; call < 3; call++) {
      gitHub
          .faults()
          .instead(
              request -> request.rawPath().endsWith("/models/installation"),
              Answer.ok(
                  installation("contents", "write", "pull_requests", "read", "statuses", "write")));
    }

    DoctorRun run = asApp();

    assertOneFailure(run, 4, "rights", "may not open and update merge requests");
    assertThat(run.found("fail").get(0)).contains("\"pull_requests: read\"");
    assertThat(run.fix("rights")).contains("\"pull_requests: write\"");
  }

  @Test
  @DisplayName("A workflow's own token: its pull requests start no workflow")
  void warnsOfTheDefaultToken() {
    DoctorRun run =
        DoctorRun.of(
            Map.of("GITHUB_TOKEN", gitHub.actionsToken()),
            options("--signing-key", scenario.key().toString()));

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("ok"))
        .contains("token: the workflow's own token (GITHUB_TOKEN), acting as github-actions[bot]");
    assertThat(run.found("warn")).anyMatch(each -> each.startsWith("pipelines: pull requests of"));
    assertThat(run.fix("pipelines")).contains("GitHub App");
    assertThat(run.fix("rights")).contains("Allow GitHub Actions to create and approve");
  }

  @Test
  void namesTheAccountThatMayOnlyRead() {
    assertOneFailure(proposer(gitHub.readOnlyToken()), 4, "rights", "account has no write access");
  }

  @Test
  void seesThatATokenMayNotPush_althoughItsAccountMay() {
    DoctorRun run = deployer(gitHub.deployToken());

    assertOneFailure(run, 4, "git", "the server takes no push from this login");
  }

  @Test
  void namesTheScopes_ofAClassicToken() {
    Person dave = gitHub.people().get("dave");
    gitHub
        .people()
        .issue(
            new Token(
                "ghp_canary_gist",
                dave,
                Token.Kind.PERSONAL,
                Set.of("gist", "metadata:read", "contents:read"),
                Optional.empty()));

    DoctorRun run = proposer("ghp_canary_gist");

    assertOneFailure(run, 4, "rights", "may not push branches; open and update merge requests");
    assertThat(run.found("fail").get(0)).contains("the token's scopes are", "gist");
    assertThat(proposer(gitHub.tokenOf("dave")).exitCode()).isZero();
  }

  @Test
  void saysThatATokenHasExpired_andThatItSoonWill() {
    Instant past = gitHub.clock().instant().minus(Duration.ofDays(1));
    Instant soon = Instant.now().plus(Duration.ofDays(3));
    gitHub.people().issue(token("github_pat_canary_old", "countersign-bot", Optional.of(past)));
    gitHub.people().issue(token("github_pat_canary_soon", "countersign-bot", Optional.of(soon)));

    assertOneFailure(
        proposer("github_pat_canary_old"), 4, "forge", "the token is wrong, expired or revoked");
    assertThat(proposer("github_pat_canary_soon").found("warn"))
        .anyMatch(each -> each.startsWith("token: ") && each.contains("expires 20"));
  }

  @Test
  @DisplayName("I7: an approver whom the forge does not know, and one who may only read")
  void namesApproversWhoCannotApprove() {
    scenario.configure(yaml -> yaml.replace("[bob]", "[bob, bop, reader, countersign-bot]"));

    DoctorRun run = proposer(gitHub.botToken());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail"))
        .containsExactly(
            "approver bop: the forge knows nobody of that name",
            "approver reader: may not write in the project, so their approval does not count",
            "approver countersign-bot: is whom the bot acts as, and the bot's own approval never"
                + " counts");
  }

  @Test
  @DisplayName("I1: an unprotected branch, and a log that the proposer may write")
  void saysWhatIsNotProtected() {
    gitHub.close();
    gitHub = FakeGitHub.start(scenario.repository());
    gitHub.dropClassicProtection();

    DoctorRun run = proposer(gitHub.botToken());

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.found("fail"))
        .containsExactly(
            "branch main: is not protected: whoever may push can change what deploys",
            "branch countersign/deployments: the proposing login may write the deployment log");
    assertThat(run.fix("branch main")).startsWith("under Settings → Rules → Rulesets");
  }

  @Test
  void readsAClassicProtection_withoutBeingAnAdministrator() {
    gitHub.close();
    gitHub = FakeGitHub.start(scenario.repository(), GitHubSettings.current().requiring(2, true));
    gitHub.ruleset(LOG, List.of("creation", "update"), 0, "deployer");

    DoctorRun run = proposer(gitHub.botToken());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("ok"))
        .contains(
            "branch main: protected; this login cannot push to it; the forge requires 2,"
                + " Countersign its own");
  }

  @Test
  @DisplayName("I1: a deploying token that may push to the protected branch")
  void saysThatTheDeployerMayPushToMain() {
    gitHub.close();
    gitHub = FakeGitHub.start(scenario.repository());
    gitHub.dropClassicProtection();
    gitHub.ruleset("main", List.of("pull_request"), 1, "deployer");
    gitHub.ruleset(LOG, List.of("creation", "update"), 0, "deployer");
    gitHub.people().issue(token(DEPLOYER, "deployer", Optional.empty()));

    assertThat(proposer(gitHub.botToken()).exitCode()).isZero();
    assertOneFailure(deployer(DEPLOYER), 4, "branch main", "past every merge request");
  }

  @Test
  void saysThatARulesetForAllBranchesKeepsTheBotOut() {
    gitHub.ruleset("*", List.of("non_fast_forward"), 0);

    DoctorRun run = proposer(gitHub.botToken());

    assertOneFailure(run, 4, "branch countersign/m/production", "force pushes to it are blocked");
    assertThat(run.fix("branch countersign/m/production")).contains("bypass the ruleset");
  }

  @Test
  @DisplayName("A private repository on GitHub Free has no branch rules: warnings, no failure")
  void warnsWhereThePlanHasNoRules() {
    gitHub.close();
    gitHub = FakeGitHub.start(scenario.repository(), GitHubSettings.current().withoutDrafts());
    gitHub.dropClassicProtection();

    DoctorRun run = proposer(gitHub.botToken());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.fix("branch main")).contains("make the repository public");
    assertThat(run.fix("branch " + LOG)).contains("plan with branch rules");
  }

  @Test
  @DisplayName("A wrong clock is named where it makes GitHub refuse an app's proof")
  void namesTheClock_beforeTheRefusalThatItCauses() {
    String time =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minus(Duration.ofHours(2)).atZone(ZoneOffset.UTC));
    gitHub
        .faults()
        .instead(
            request -> request.rawPath().equals("/repos/acme/models"),
            Answer.json(401, Json.object().put("message", "Bad credentials").node())
                .with("Date", time));

    DoctorRun run = proposer(gitHub.botToken());

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.found("fail")).hasSize(2);
    assertThat(run.found("fail").get(0)).startsWith("clock: ").contains("ahead of the server's");
  }

  /**
   * The command line takes the time from this machine, and a proof of an app is good for minutes.
   */
  private DoctorRun asApp() {
    gitHub
        .clock()
        .advance(Duration.between(gitHub.clock().instant(), Instant.now().plusSeconds(2)));
    return DoctorRun.of(
        Map.of(
            "COUNTERSIGN_GITHUB_APP_ID", Long.toString(gitHub.appId()),
            "COUNTERSIGN_GITHUB_APP_KEY", AppKeys.pkcs1(AppKeys.pair())),
        options("--signing-key", scenario.key().toString()));
  }

  private static JsonNode installation(String... permissions) {
    Json granted = Json.object();
    for (int i = 0; i < permissions.length; i += 2) {
      granted.put(permissions[i], permissions[i + 1]);
    }
    return Json.object()
        .put("id", 424242)
        .put("app_slug", "countersign")
        .put("permissions", granted.node())
        .node();
  }

  private static void assertOneFailure(DoctorRun run, int exit, String subject, String what) {
    assertThat(run.exitCode()).as(run::toString).isEqualTo(exit);
    assertThat(run.found("fail")).as(run::toString).hasSize(1);
    assertThat(run.found("fail").get(0)).startsWith(subject + ": ").contains(what);
    assertThat(run.toString()).doesNotContain("canary");
  }

  private Token token(String value, String login, Optional<Instant> expires) {
    return new Token(
        value,
        gitHub.people().add(login, Role.DEVELOPER),
        Token.Kind.PROJECT,
        Set.of(
            "metadata:read",
            "contents:write",
            "pull_requests:write",
            "statuses:write",
            "deployments:write"),
        expires);
  }

  private DoctorRun proposer(String token) {
    return run(token, "--signing-key", scenario.key().toString());
  }

  private DoctorRun deployer(String token) {
    return run(token, "--job", "deploy");
  }

  private DoctorRun run(String token, String... more) {
    return DoctorRun.of(Map.of("COUNTERSIGN_TOKEN", token), options(more));
  }

  private List<String> options(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(
        List.of(
            "--forge", "github",
            "--forge-url", gitHub.apiUrl().toString(),
            "--project", gitHub.fullName(),
            "--repository", gitHub.gitUrl().toString()));
    return options;
  }
}
