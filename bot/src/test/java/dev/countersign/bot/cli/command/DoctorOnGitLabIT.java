package dev.countersign.bot.cli.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
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

/** {@code doctor} on GitLab: a good set-up is left in peace, each thing that is wrong is named. */
class DoctorOnGitLabIT {
  private static final String LOG = "countersign/deployments";
  private static final String DEPLOYER = "glpat-canary-deployer-6h3j9k2l";

  @TempDir private Path folder;
  private Scenario scenario;
  private FakeGitLab gitLab;
  private String url;

  /** As the tutorial sets a project up. */
  @BeforeEach
  void setUp() throws IOException {
    scenario = new Scenario(folder, "m");
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
    gitLab = FakeGitLab.start(scenario.repository());
    url = gitLab.baseUrl().toString();
    gitLab.protect("main", Role.NONE, Role.DEVELOPER);
    gitLab.protect(LOG, Role.MAINTAINER, Role.NONE);
    issue(DEPLOYER, "project_4711_bot_d3p1", Role.MAINTAINER, "api", "write_repository");
  }

  @AfterEach
  void stop() {
    gitLab.close();
  }

  @Test
  @DisplayName("The tutorial's tokens and branches: nothing fails, nothing warns, nothing changes")
  void findsNothing_whereAllIsWell() {
    DoctorRun proposer = proposer(gitLab.botToken());
    DoctorRun deployer = deployer(DEPLOYER);

    for (DoctorRun run : List.of(proposer, deployer)) {
      assertThat(run.exitCode()).as(run::toString).isZero();
      assertThat(run.found("fail")).isEmpty();
      assertThat(run.found("warn")).isEmpty();
    }
    assertThat(proposer.found("ok"))
        .contains(
            "forge: GitLab 18.5.1",
            "clock: agrees with the server's",
            "token: project access token with api, write_repository, acting as "
                + gitLab.botLogin(),
            "rights: may push branches; open and update merge requests; set commit statuses",
            "branch main: protected; this login cannot push to it; the forge requires no approval,"
                + " Countersign does before it deploys",
            "branch countersign/deployments: the proposing login cannot write the deployment log",
            "approvers: exist and may write: \"bob\"",
            "git: branch \"main\" can be fetched, and pushes are taken",
            "signing key: is one of the bot's, by countersign.yaml");
    assertThat(deployer.found("ok"))
        .contains(
            "branch countersign/deployments: this login may write the deployment log",
            "targets: none: whatever serves a model fetches it by itself");
    assertThat(gitLab.journal().writes()).isZero();
    assertThat(gitLab.journal().gitCalls()).allMatch(call -> !call.path().endsWith("receive-pack"));
    assertThat(proposer.toString()).doesNotContain("canary");
  }

  @Test
  void namesTheScopes_ofATokenThatMayOnlyRead() {
    DoctorRun run = proposer(gitLab.readOnlyToken());

    assertOneFailure(run, 4, "rights", "may not push branches; open and update merge requests");
    assertThat(run.found("fail").get(0)).contains("scopes are \"read_api\", \"read_repository\"");
    assertThat(run.fix("rights")).contains("\"api\" and \"write_repository\"");
  }

  @Test
  void namesTheScope_thatMergeRequestsNeed() {
    issue("glpat-canary-push", "pusher", Role.DEVELOPER, "read_api", "write_repository");

    DoctorRun run = proposer("glpat-canary-push");

    assertOneFailure(run, 4, "rights", "may not open and update merge requests");
    assertThat(run.found("ok")).contains("rights: may push branches");
  }

  @Test
  void namesTheRole_ofAnAccountThatIsAReporter() {
    issue("glpat-canary-reporter", "someone", Role.REPORTER, "api", "write_repository");

    DoctorRun run = proposer("glpat-canary-reporter");

    assertOneFailure(run, 4, "rights", "may not push branches");
    assertThat(run.found("fail").get(0)).contains("below Developer (access level 20)");
    assertThat(run.fix("rights")).contains("role Developer");
  }

  @Test
  void saysThatATokenHasExpired_andThatItSoonWill() {
    Person bot = gitLab.people().get(gitLab.botLogin());
    Instant past = gitLab.clock().instant().minus(Duration.ofDays(1));
    Instant soon = Instant.now().plus(Duration.ofDays(5));
    gitLab.people().issue(token("glpat-canary-old", bot, Optional.of(past)));
    gitLab.people().issue(token("glpat-canary-soon", bot, Optional.of(soon)));

    DoctorRun old = proposer("glpat-canary-old");
    DoctorRun ending = proposer("glpat-canary-soon");

    assertOneFailure(old, 4, "forge", "the token is wrong, expired or revoked");
    assertThat(ending.exitCode()).as(ending::toString).isZero();
    assertThat(ending.found("warn")).singleElement().asString().contains("token: ", "expires 20");
    assertThat(ending.fix("token")).contains("make a new one before that day");
  }

  @Test
  @DisplayName("I7: an approver whom the forge does not know, and one who may not write")
  void namesApproversWhoCannotApprove() {
    scenario.configure(yaml -> yaml.replace("[bob]", "[bob, bop, guest]"));

    DoctorRun run = proposer(gitLab.botToken());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.found("fail"))
        .containsExactly(
            "approver bop: the forge knows nobody of that name",
            "approver guest: may not write in the project, so their approval does not count");
    assertThat(run.fix("approver bop")).contains("under approvers in countersign.yaml");
    assertThat(run.found("ok")).contains("approvers: exist and may write: \"bob\"");
  }

  @Test
  @DisplayName("I7: the bot's own account is no approver")
  void namesTheBotAsAnApprover() {
    DoctorRun run = proposer(gitLab.tokenOf("bob"));

    assertThat(run.found("fail"))
        .anyMatch(each -> each.startsWith("approver bob: is whom the bot"));
  }

  @Test
  @DisplayName("I1: an unprotected branch")
  void saysThatMainIsNotProtected() {
    gitLab.unprotect("main");

    DoctorRun run = proposer(gitLab.botToken());

    assertOneFailure(run, 4, "branch main", "is not protected");
    assertThat(run.fix("branch main"))
        .isEqualTo(
            "under Settings → Repository → Protected branches let \"main\" change by merge requests"
                + " only");
  }

  @Test
  @DisplayName("I1: a deploying token that may push to the protected branch")
  void saysThatTheDeployerMayPushToMain() {
    gitLab.protect("main", Role.MAINTAINER, Role.MAINTAINER);

    assertThat(proposer(gitLab.botToken()).exitCode()).isZero();
    assertOneFailure(
        deployer(DEPLOYER), 4, "branch main", "this login may push to it past every merge request");
  }

  @Test
  @DisplayName("I1: GitLab goes by the mildest of the rules that match")
  void seesThroughAPattern() {
    gitLab.protect("m*", Role.DEVELOPER, Role.DEVELOPER);

    assertOneFailure(proposer(gitLab.botToken()), 4, "branch main", "may push to it");
  }

  @Test
  void saysThatTheProposerMayWriteTheLog() {
    gitLab.unprotect(LOG);

    DoctorRun proposer = proposer(gitLab.botToken());
    DoctorRun deployer = deployer(DEPLOYER);

    assertOneFailure(
        proposer, 4, "branch " + LOG, "the proposing login may write the deployment log");
    assertThat(proposer.fix("branch " + LOG)).contains("only the deploying login");
    assertThat(deployer.exitCode()).isZero();
    assertThat(deployer.found("warn"))
        .containsExactly("branch " + LOG + ": everybody who may push can write the log");
  }

  @Test
  void saysThatTheDeployerMayNotWriteTheLog() {
    assertOneFailure(
        deployer(gitLab.botToken()), 4, "branch " + LOG, "may not write the deployment log");
  }

  @Test
  void saysThatARuleKeepsTheProposerOutOfItsBranches() {
    gitLab.protect("countersign/*", Role.MAINTAINER, Role.MAINTAINER);

    assertOneFailure(
        proposer(gitLab.botToken()), 4, "branch countersign/m/production", "may not push to it");
  }

  @Test
  void explainsWhatAJobTokenCannotDo() {
    DoctorRun run =
        DoctorRun.of(
            Map.of("GITLAB_CI", "true", "CI_JOB_TOKEN", gitLab.jobToken()),
            options("--signing-key", scenario.key().toString()));

    assertThat(run.exitCode()).as(run::toString).isEqualTo(4);
    assertThat(run.found("fail")).hasSize(1);
    assertThat(run.fix("rights")).contains("COUNTERSIGN_TOKEN");
    assertThat(gitLab.journal().calls()).isEmpty();
  }

  @Test
  void comparesTheClocks() {
    answerTheTime(Instant.now().minus(Duration.ofMinutes(2)));
    DoctorRun little = proposer(gitLab.botToken());
    answerTheTime(Instant.now().plus(Duration.ofMinutes(20)));
    DoctorRun much = proposer(gitLab.botToken());

    assertThat(little.exitCode()).as(little::toString).isZero();
    assertThat(little.found("warn")).singleElement().asString().contains("clock: ", "ahead of");
    assertOneFailure(much, 7, "clock", "behind the server's");
    assertThat(much.fix("clock")).contains("NTP");
  }

  @Test
  void asksForTheAuthority_ofACertificateThatNobodyKnows() {
    WireMockServer secure =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
    secure.start();
    secure.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(url)));
    url = "https://localhost:" + secure.httpsPort();
    try {
      DoctorRun run = proposer(gitLab.botToken());

      assertOneFailure(run, 7, "certificate", "did not answer");
      assertThat(run.fix("certificate")).contains("--ca-file FILE");
    } finally {
      secure.stop();
    }
  }

  @Test
  void saysThatAStoreIsNotThere() throws IOException {
    Files.delete(scenario.store());

    assertOneFailure(proposer(gitLab.botToken()), 7, "store default", "there is no folder");
  }

  @Test
  void saysThatTheKeyIsNotTheBots_andThatTheDeployerNeedsNone() throws IOException {
    Scenario another = new Scenario(Files.createDirectory(folder.resolve("another")), "m");
    String key = another.key().toString();

    DoctorRun stranger = run(gitLab.botToken(), "--signing-key", key);
    DoctorRun none = run(gitLab.botToken(), "--job", "propose");
    DoctorRun deployer = run(DEPLOYER, "--job", "deploy", "--signing-key", key);

    assertOneFailure(stranger, 2, "signing key", "is not among the valid keys");
    assertOneFailure(none, 2, "signing key", "no signing key is given");
    assertThat(deployer.exitCode()).isZero();
    assertThat(deployer.found("warn"))
        .containsExactly("signing key: is given to the deploying job, which needs none");
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() {
    scenario.configure(yaml -> yaml.replace("approvers", "aprovers"));
    DoctorRun broken = proposer(gitLab.botToken());
    scenario.configure(
        yaml -> yaml.replace("aprovers", "approvers") + "pipelines: {train: pipeline.yaml}\n");
    DoctorRun unserved = proposer(gitLab.botToken());

    assertOneFailure(broken, 2, "configuration", "did you mean \"approvers\"");
    assertThat(unserved.exitCode()).as(unserved::toString).isZero();
    assertThat(unserved.found("warn"))
        .singleElement()
        .asString()
        .contains("pipelines is not served");
  }

  @Test
  void warnsOfAChannelWithoutItsSecret_andSendsNothing() {
    scenario.configure(
        yaml -> yaml + "chat: {team: {kind: slack, url: \"${env:TEAM_WEBHOOK}\"}}\n");

    DoctorRun run = proposer(gitLab.botToken());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("warn")).singleElement().asString().contains("chat team", "TEAM_WEBHOOK");
  }

  @Test
  @DisplayName("I7: launcher: attested, and the job has no identity token")
  void saysThatTheLauncherIsNotAttested() {
    scenario.configure(
        yaml -> yaml.replace("approvers: [bob]", "approvers: [bob]\n        launcher: attested"));

    DoctorRun inCi =
        DoctorRun.of(
            Map.of(
                "COUNTERSIGN_TOKEN", gitLab.botToken(),
                "GITLAB_CI", "true",
                "GITLAB_USER_LOGIN", "alice"),
            options("--signing-key", scenario.key().toString()));
    DoctorRun elsewhere = proposer(gitLab.botToken());

    assertOneFailure(inCi, 4, "launcher", "alice, and the CI attests it to nobody");
    assertThat(inCi.fix("launcher")).contains("COUNTERSIGN_ID_TOKEN");
    assertThat(elsewhere.found("warn")).singleElement().asString().startsWith("launcher: ");
  }

  @Test
  void saysWhatTheServerShouldAllow() {
    gitLab
        .forge()
        .repository()
        .jgit()
        .getConfig()
        .setBoolean("uploadpack", null, "allowFilter", false);

    DoctorRun run = proposer(gitLab.botToken());

    assertThat(run.exitCode()).as(run::toString).isZero();
    assertThat(run.found("warn")).singleElement().asString().contains("no partial clones");
    assertThat(run.fix("git")).contains("uploadpack.allowFilter true");
  }

  @Test
  void exitsWith2_whereWarningsCount() {
    gitLab.unprotect(LOG);

    assertThat(run(DEPLOYER, "--job", "deploy", "--strict").exitCode()).isEqualTo(2);
  }

  @Test
  void saysThatNobodyAnswers() {
    gitLab.close();

    DoctorRun run = proposer(gitLab.botToken());

    assertOneFailure(run, 7, "forge", "did not answer");
  }

  @Test
  void showsALineForEachFinding_andTheFixBelowIt() {
    gitLab.unprotect("main");

    List<String> arguments = new ArrayList<>(List.of("doctor"));
    arguments.addAll(options("--signing-key", scenario.key().toString()));
    var shown =
        dev.countersign.bot.cli.CommandRun.of(
            Map.of("COUNTERSIGN_TOKEN", gitLab.botToken()), arguments.toArray(String[]::new));

    assertThat(shown.out())
        .contains(
            "ok    clock: agrees with the server's",
            "fail  branch main: is not protected",
            "      under Settings → Repository",
            "1 failed, 0 to look at");
    assertThat(shown.err()).contains("job propose, as a signing key is given");
  }

  private void answerTheTime(Instant time) {
    gitLab
        .faults()
        .instead(
            request -> request.rawPath().endsWith("/version"),
            Answer.ok(Json.object().put("version", "18.5.1").put("revision", "1").node())
                .with(
                    "Date",
                    java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        time.atZone(java.time.ZoneOffset.UTC))));
  }

  private static void assertOneFailure(DoctorRun run, int exit, String subject, String what) {
    assertThat(run.exitCode()).as(run::toString).isEqualTo(exit);
    assertThat(run.found("fail")).as(run::toString).hasSize(1);
    assertThat(run.found("fail").get(0)).startsWith(subject + ": ").contains(what);
    assertThat(run.fix(subject)).isNotEmpty();
    assertThat(run.toString()).doesNotContain("canary");
  }

  private void issue(String value, String login, Role role, String... scopes) {
    Person owner = gitLab.people().addBot(login, role);
    gitLab
        .people()
        .issue(new Token(value, owner, Token.Kind.PROJECT, Set.of(scopes), Optional.empty()));
  }

  private static Token token(String value, Person owner, Optional<Instant> expires) {
    return new Token(value, owner, Token.Kind.PROJECT, Set.of("api", "write_repository"), expires);
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
        List.of("--forge", "gitlab", "--forge-url", url, "--project", gitLab.projectPath()));
    return options;
  }
}
