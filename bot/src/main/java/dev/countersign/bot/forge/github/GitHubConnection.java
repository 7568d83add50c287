package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.bot.transport.Authorities;
import dev.countersign.bot.transport.HttpAnswer;
import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.RemoteCaller;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.RemoteFailureException;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/**
 * Requests to GitHub by the shared policy: plain ones, whose answers are JSON, and those of the
 * SDK.
 *
 * @see <a href="https://docs.github.com/en/rest">GitHub REST API</a>
 */
final class GitHubConnection {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;[^,]*rel=\"?next\"?");
  private static final int MAX_PAGES = 100;

  private final GitHubSettings settings;
  private final HttpExchange exchange;
  private final RemoteCaller caller;
  private final Clock clock;
  private final Authorization authorization;
  private final GHRepository repository;

  GitHubConnection(GitHubSettings settings, TransportSettings transport, Pacing pacing) {
    this.settings = settings;
    this.exchange =
        new HttpExchange(transport, settings.apiUrl(), settings.caFile().map(Authorities::fromPem));
    this.caller = new RemoteCaller(transport, pacing, RemoteFailure::behind);
    this.clock = pacing.clock();
    this.authorization = authorization(pacing);
    this.repository = repository();
  }

  GitHubSettings settings() {
    return settings;
  }

  /** The token alone, as Git wants it beside a login. */
  Secret token() {
    return new Secret(authorization.header().replaceFirst("(?i)^(bearer|token) ", ""));
  }

  /** Calls of the SDK; each goes out by {@code read} or {@link #change}. */
  GHRepository repositoryOfSdk() {
    return repository;
  }

  /** Reads one answer. */
  JsonNode get(String description, String path) {
    return get(description, settings.api(path));
  }

  JsonNode get(String description, URI address) {
    return advised(
        () ->
            caller.read(description, () -> JsonAnswer.of(send("GET", address, Optional.empty()))));
  }

  /** Reads one answer of the repository with its headers. */
  Told ask(String description, String path) {
    return advised(
        () ->
            caller.read(
                description,
                () -> {
                  HttpAnswer answer = send("GET", settings.api(path), Optional.empty());
                  return new Told(JsonAnswer.of(answer), answer);
                }));
  }

  /** Asks by GraphQL, which changes nothing; the answer may hold errors beside data. */
  JsonNode query(String description, String query, Map<String, String> variables) {
    Object body = Map.of("query", query, "variables", variables);
    return advised(
        () ->
            caller.read(
                description,
                () -> JsonAnswer.of(send("POST", settings.graphQl(), Optional.of(body)))));
  }

  /** The installation of the app that the bot acts as, with its permissions. */
  JsonNode installation() {
    AppJwt jwt = new AppJwt((GitHubCredential.App) settings.credential());
    return advised(() -> new AsApp().installation(() -> "Bearer " + jwt.sign(clock.instant())));
  }

  /** An answer, read. */
  record Told(JsonNode json, HttpAnswer answer) {}

  /** Reads a list with all its pages. */
  List<JsonNode> list(String description, String path) {
    return list(description, settings.api(path));
  }

  /** Reads a list with all its pages. */
  List<JsonNode> list(String description, URI first) {
    return listUntil(description, first, last -> false);
  }

  /**
   * Reads a list page by page.
   *
   * @param enough whether no page is wanted after one that ends with this
   */
  List<JsonNode> listUntil(String description, String path, Predicate<JsonNode> enough) {
    return listUntil(description, settings.api(path), enough);
  }

  private List<JsonNode> listUntil(String description, URI first, Predicate<JsonNode> enough) {
    List<JsonNode> found = new ArrayList<>();
    String query = (first.getRawQuery() == null ? "?" : "&") + "per_page=100";
    Optional<URI> next = Optional.of(URI.create(first + query));
    for (int page = 0; next.isPresent() && page < MAX_PAGES; page++) {
      URI address = next.get();
      Page read = advised(() -> caller.read(description, () -> page(address)));
      read.items().forEach(found::add);
      boolean last = !found.isEmpty() && enough.test(found.get(found.size() - 1));
      next = last ? Optional.empty() : read.next();
    }
    return found;
  }

  /** Makes a change that may be made twice without harm. */
  JsonNode replace(String description, String method, URI address, Object body) {
    return change(description, Optional::empty, method, address, body);
  }

  /** Makes a change, unless an earlier attempt turns out to have made it. */
  JsonNode change(
      String description,
      Supplier<Optional<JsonNode>> lookFirst,
      String method,
      URI address,
      Object body) {
    return advised(
        () ->
            caller.mutate(
                description,
                lookFirst,
                () -> JsonAnswer.of(send(method, address, Optional.of(body)))));
  }

  /** The account of the app that the bot acts as. */
  String appLogin() {
    AppJwt jwt = new AppJwt((GitHubCredential.App) settings.credential());
    JsonNode app =
        caller.read(
            "asking which app the bot is",
            () ->
                JsonAnswer.of(
                    send(
                        "Bearer " + jwt.sign(clock.instant()),
                        "GET",
                        URI.create(settings.apiUrl() + "/app"),
                        Optional.empty())));
    return app.path("slug").asText() + "[bot]";
  }

  /** By the policy, through the SDK. */
  <T> T readBySdk(String description, SdkCall<T> call) {
    return advised(() -> caller.read(description, call::make));
  }

  /** By the policy, through the SDK. */
  <T> T changeBySdk(String description, Supplier<Optional<T>> lookFirst, SdkCall<T> call) {
    return advised(() -> caller.mutate(description, lookFirst, call::make));
  }

  /** A call of the SDK. */
  interface SdkCall<T> {
    T make() throws IOException;
  }

  private <T> T advised(Supplier<T> call) {
    try {
      return call.get();
    } catch (CountersignException e) {
      throw AccessAdvice.added(e, settings);
    }
  }

  private record Page(JsonNode items, Optional<URI> next) {}

  private Page page(URI address) throws IOException {
    HttpAnswer answer = send("GET", address, Optional.empty());
    JsonNode items = JsonAnswer.of(answer);
    if (!items.isArray()) {
      throw new RemoteFailureException(answer.asFailure());
    }
    return new Page(items, answer.headers().firstValue("link").flatMap(GitHubConnection::next));
  }

  private Authorization authorization(Pacing pacing) {
    if (settings.credential() instanceof GitHubCredential.Token token) {
      return () -> "Bearer " + token.secret().reveal();
    }
    GitHubCredential.App app = (GitHubCredential.App) settings.credential();
    return new AppAuthorization(new AppJwt(app), new AsApp(), pacing.clock());
  }

  /** Made from what the settings say, so that no request is spent on it. */
  private GHRepository repository() {
    Map<String, Object> known =
        Map.of(
            "repository",
            Map.of(
                "name", settings.repository().name(),
                "full_name", settings.repository().toString(),
                "owner", Map.of("login", settings.repository().owner())));
    try {
      GitHub gitHub =
          new GitHubBuilder()
              .withEndpoint(settings.apiUrl().toString())
              .withConnector(new SdkConnector(exchange))
              .withAuthorizationProvider(authorization::header)
              .build();
      return gitHub
          .parseEventPayload(
              new java.io.StringReader(JSON.writeValueAsString(known)), GHEventPayload.Ping.class)
          .getRepository();
    } catch (IOException e) {
      throw new IllegalStateException("the SDK cannot be set up", e);
    }
  }

  private HttpAnswer send(String method, URI address, Optional<Object> body) throws IOException {
    return send(authorization.header(), method, address, body);
  }

  private HttpAnswer send(String header, String method, URI address, Optional<Object> body)
      throws IOException {
    HttpCall call =
        body.isPresent()
            ? HttpCall.json(method, address, JSON.writeValueAsString(body.get()))
            : new HttpCall(method, address, Map.of(), new byte[0]);
    return exchange
        .send(
            call.with("Accept", "application/vnd.github+json")
                .with("X-GitHub-Api-Version", "2022-11-28")
                .with("User-Agent", "countersign")
                .with("Authorization", header))
        .orFailure();
  }

  private static Optional<URI> next(String link) {
    Matcher matcher = NEXT.matcher(link);
    return matcher.find()
        ? Optional.of(AnswerForm.of("a list", () -> URI.create(matcher.group(1))))
        : Optional.empty();
  }

  /** Requests with the app's own proof instead of a token. */
  private final class AsApp implements AppAuthorization.AppCalls {
    @Override
    public JsonNode installation(Authorization app) {
      return caller.read(
          "finding the app's installation in \"" + settings.repository() + "\"",
          () ->
              JsonAnswer.of(
                  send(app.header(), "GET", settings.api("/installation"), Optional.empty())));
    }

    @Override
    public JsonNode token(Authorization app, long installation) {
      URI address =
          URI.create(settings.apiUrl() + "/app/installations/" + installation + "/access_tokens");
      return caller.read(
          "asking for a token of the app's installation",
          () -> JsonAnswer.of(send(app.header(), "POST", address, Optional.of(Map.of()))));
    }
  }
}
