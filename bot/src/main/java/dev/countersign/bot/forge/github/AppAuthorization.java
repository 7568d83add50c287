package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.bot.transport.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The token of an app's installation in the repository. It lasts an hour; a new one is asked for
 * five minutes before it ends.
 *
 * @see <a
 *     href="https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app">
 *     Authenticating with a GitHub App</a>
 */
final class AppAuthorization implements Authorization {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final AppJwt jwt;
  private final AppCalls calls;
  private final Clock clock;
  private Optional<Issued> issued = Optional.empty();

  private record Issued(Secret token, Instant expires) {}

  /** Calls in the name of the app itself. */
  interface AppCalls {
    /** The app's installation in the repository. */
    JsonNode installation(Authorization app);

    /** A new token of an installation. */
    JsonNode token(Authorization app, long installation);
  }

  AppAuthorization(AppJwt jwt, AppCalls calls, Clock clock) {
    this.jwt = jwt;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public synchronized String header() {
    Instant now = clock.instant();
    if (issued.filter(token -> now.plus(MARGIN).isBefore(token.expires())).isEmpty()) {
      issued = Optional.of(issue());
    }
    return "Bearer " + issued.orElseThrow().token().reveal();
  }

  private Issued issue() {
    Authorization app = () -> "Bearer " + jwt.sign(clock.instant());
    long installation = calls.installation(app).path("id").asLong();
    JsonNode answer = calls.token(app, installation);
    return AnswerForm.of(
        "a token of an installation",
        () ->
            new Issued(
                new Secret(answer.path("token").asText()),
                Instant.parse(answer.path("expires_at").asText())));
  }
}
