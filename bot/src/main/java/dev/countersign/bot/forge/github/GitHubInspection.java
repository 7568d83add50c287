package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.bot.forge.inspection.Permission;
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
    Login login = login(seen.viewer(), scopes(repository.answer()));
    Map<String, BranchFacts> branches = new LinkedHashMap<>();
    questions.branches().forEach(name -> branches.put(name, rules.of(name, seen)));
    return new ForgeFacts(
        server(repository.answer()),
        new LoginFacts(login.words(), login.name(), TokenExpiry.of(repository.answer())),
        login.rights(repository.json()),
        branches,
        people(questions.people()));
  }

  /** Whom the bot acts as, and by what. */
  private record Login(
      CredentialKind kind,
      Optional<String> name,
      Optional<List<String>> scopes,
      Optional<JsonNode> installation) {
    boolean workflow() {
      return name.filter(ACTIONS::equals).isPresent();
    }

    String words() {
      String with =
          scopes.map(all -> all.isEmpty() ? "no scope" : String.join(", ", all)).orElse("");
      return workflow()
          ? "the workflow's own token (GITHUB_TOKEN)"
          : kind.words() + (with.isEmpty() ? "" : " with " + with);
    }

    Map<ForgeRight, Permission> rights(JsonNode repository) {
      return new LoginRights(kind, repository, scopes, installation, workflow()).all();
    }
  }

  private Login login(Optional<String> viewer, Optional<List<String>> scopes) {
    GitHubCredential credential = gitHub.settings().credential();
    Optional<JsonNode> installation =
        credential instanceof GitHubCredential.App
            ? Optional.of(gitHub.installation())
            : Optional.empty();
    Optional<String> name =
        installation.map(app -> app.path("app_slug").asText() + "[bot]").or(() -> viewer);
    return new Login(CredentialKind.of(credential), name, scopes, installation);
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
