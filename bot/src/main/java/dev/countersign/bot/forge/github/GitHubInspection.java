package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.bot.forge.inspection.PersonFacts;
import dev.countersign.bot.forge.inspection.ServerFacts;
import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at a repository on GitHub.
 *
 * @see <a href="https://docs.github.com/en/rest/repos/rules">Rules API</a>
 */
public final class GitHubInspection implements ForgeInspection {
  private static final String RULES = "Settings → Rules → Rulesets";

  /** A workflow's own token acts as this account. */
  private static final String ACTIONS = "github-actions[bot]";

  private static final int FORBIDDEN = 403;

  private final GitHubConnection gitHub;
  private final RulesReader rules;
  private final Clock clock;

  private GitHubInspection(GitHubConnection gitHub, Clock clock) {
    this.gitHub = gitHub;
    this.rules = new RulesReader(gitHub);
    this.clock = clock;
  }

  /**
   * Makes the adapter; calls nothing yet.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the CA file or the app's key
   *     cannot be read
   */
  public static GitHubInspection open(
      GitHubSettings settings, TransportSettings transport, Pacing pacing) {
    return new GitHubInspection(new GitHubConnection(settings, transport, pacing), pacing.clock());
  }

  @Override
  public ForgeFacts inspect(ForgeQuestions questions) {
    GitHubConnection.Told repository = gitHub.ask("reading the repository", "");
    RulesReader.Seen seen = rules.look(questions.branches());
    Optional<JsonNode> installation = installation();
    Optional<String> login =
        installation.map(app -> app.path("app_slug").asText() + "[bot]").or(seen::viewer);
    CredentialKind kind = CredentialKind.of(gitHub.settings().credential());
    boolean workflow = login.filter(ACTIONS::equals).isPresent();
    Optional<List<String>> scopes = scopes(repository.answer());
    Map<String, BranchFacts> branches = new LinkedHashMap<>();
    questions.branches().forEach(name -> branches.put(name, rules.of(name, seen)));
    return new ForgeFacts(
        server(repository.answer()),
        new LoginFacts(words(kind, workflow, scopes), login, TokenExpiry.of(repository.answer())),
        new LoginRights(kind, repository.json(), scopes, installation, workflow).all(),
        branches,
        people(questions.people()));
  }

  private ServerFacts server(HttpAnswer answer) {
    String name =
        answer
            .headers()
            .firstValue("x-github-enterprise-version")
            .map(version -> "GitHub Enterprise Server " + version)
            .orElse("GitHub");
    Optional<Duration> ahead =
        answer.sentAt().map(there -> Duration.between(there, clock.instant()));
    return new ServerFacts(name, RULES, ahead);
  }

  private Optional<JsonNode> installation() {
    return gitHub.settings().credential() instanceof GitHubCredential.App
        ? Optional.of(gitHub.installation())
        : Optional.empty();
  }

  /** Only classic tokens have scopes, and only for them does GitHub send the header. */
  private static Optional<List<String>> scopes(HttpAnswer answer) {
    return answer
        .headers()
        .firstValue("x-oauth-scopes")
        .map(
            header ->
                Arrays.stream(header.split(",", -1))
                    .map(String::strip)
                    .filter(scope -> !scope.isEmpty())
                    .toList());
  }

  private static String words(
      CredentialKind kind, boolean workflow, Optional<List<String>> scopes) {
    if (workflow) {
      return "the workflow's own token (GITHUB_TOKEN)";
    }
    return kind.words()
        + scopes
            .map(all -> " with " + (all.isEmpty() ? "no scope" : String.join(", ", all)))
            .orElse("");
  }

  private Map<String, PersonFacts> people(List<String> logins) {
    Writers writers = new Writers(gitHub);
    return logins.stream()
        .collect(Collectors.toMap(login -> login, login -> person(writers, login)));
  }

  private static PersonFacts person(Writers writers, String login) {
    try {
      return writers
          .permission(login)
          .map(permission -> Writers.writes(permission) ? PersonFacts.WRITER : PersonFacts.READER)
          .orElse(PersonFacts.UNKNOWN);
    } catch (CountersignException e) {
      if (e.code() == ErrorCode.ACCESS_DENIED && PullRequests.status(e) == FORBIDDEN) {
        return PersonFacts.UNTOLD;
      }
      throw e;
    }
  }
}
