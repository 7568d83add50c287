package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeInspection;
import dev.countersign.bot.forge.inspection.ForgeQuestions;
import dev.countersign.bot.forge.inspection.PersonFacts;
import dev.countersign.bot.forge.inspection.ServerFacts;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at a project on GitLab. A job token can ask for none of this; what it cannot do is known
 * without asking.
 *
 * @see <a href="https://docs.gitlab.com/api/protected_branches/">Protected branches API</a>
 * @see <a href="https://docs.gitlab.com/api/personal_access_tokens/">Personal access tokens API</a>
 */
public final class GitLabInspection implements ForgeInspection {
  private static final String RULES = "Settings → Repository → Protected branches";

  /** Not there: an older GitLab, another plan, another kind of token. Not shown: a lower role. */
  private static final Set<Integer> NOT_TOLD = Set.of(400, 403, 404);

  private final GitLabConnection gitlab;
  private final ProjectCalls people;
  private final Clock clock;

  private GitLabInspection(GitLabConnection gitlab, Clock clock) {
    this.gitlab = gitlab;
    this.people = new ProjectCalls(gitlab);
    this.clock = clock;
  }

  /**
   * Makes the adapter; calls nothing yet.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the CA file cannot be read
   */
  public static GitLabInspection open(
      GitLabSettings settings, TransportSettings transport, Pacing pacing) {
    return new GitLabInspection(new GitLabConnection(settings, transport, pacing), pacing.clock());
  }

  @Override
  public ForgeFacts inspect(ForgeQuestions questions) {
    return gitlab.settings().token().kind() == GitLabToken.Kind.JOB
        ? JobTokenFacts.of(new ServerFacts("GitLab", RULES, Optional.empty()))
        : ask(questions);
  }

  private ForgeFacts ask(ForgeQuestions questions) {
    ServerFacts server = server();
    JsonNode user = read("asking who the token belongs to", () -> gitlab.raw().read("user"));
    Optional<JsonNode> token =
        ifTold("asking for its scopes", () -> gitlab.raw().read("personal_access_tokens", "self"));
    ProjectAccess access =
        new ProjectAccess(
            read("reading the project", () -> gitlab.raw().project()),
            token.map(ProjectAccess::scopes));
    return new ForgeFacts(
        server,
        LoginReading.of(user, token),
        access.rights(),
        branches(questions.branches(), access.role(), user.path("id").asLong()),
        people(questions.people()));
  }

  private ServerFacts server() {
    JsonNode version = read("asking for the version", () -> gitlab.raw().read("version"));
    Optional<Duration> ahead =
        gitlab.answeredAt().map(there -> Duration.between(there, clock.instant()));
    return new ServerFacts("GitLab " + version.path("version").asText(), RULES, ahead);
  }

  private Map<String, BranchFacts> branches(List<String> names, int role, long user) {
    BranchRules rules =
        new BranchRules(
            ifTold("reading the protected branches", () -> gitlab.raw().list("protected_branches")),
            ifTold("reading the approval rules", () -> gitlab.raw().list("approval_rules")),
            new BranchRules.Pusher(role, user));
    return byName(names, name -> rules.of(name, existing(name)));
  }

  private Optional<JsonNode> existing(String name) {
    return ifTold("reading branch \"" + name + "\"", () -> gitlab.raw().branch(name));
  }

  private Map<String, PersonFacts> people(List<String> logins) {
    Map<String, Long> ids =
        byName(logins, login -> people.userId(login).orElse(-1L)).entrySet().stream()
            .filter(found -> found.getValue() >= 0)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Set<Long> writers = ids.isEmpty() ? Set.of() : people.writers(ids.values());
    return byName(
        logins,
        login ->
            Optional.ofNullable(ids.get(login))
                .map(id -> writers.contains(id) ? PersonFacts.WRITER : PersonFacts.READER)
                .orElse(PersonFacts.UNKNOWN));
  }

  private JsonNode read(String description, Callable<JsonNode> call) {
    return gitlab.read(description, call);
  }

  private Optional<JsonNode> ifTold(String description, Callable<JsonNode> call) {
    try {
      return Optional.of(read(description, call));
    } catch (CountersignException e) {
      if (NOT_TOLD.contains(GitLabConnection.status(e))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> Map<String, T> byName(List<String> names, Function<String, T> fact) {
    Map<String, T> facts = new LinkedHashMap<>();
    names.forEach(name -> facts.put(name, fact.apply(name)));
    return facts;
  }
}
