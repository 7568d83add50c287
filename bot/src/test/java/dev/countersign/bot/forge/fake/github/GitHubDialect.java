package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.Answer;
import dev.countersign.bot.forge.fake.http.Dialect;
import dev.countersign.bot.forge.fake.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** GitHub's tokens and headers. */
final class GitHubDialect implements Dialect {
  private static final int LIMIT = 5_000;
  private static final String EXPIRATION = "github-authentication-token-expiration";
  private static final DateTimeFormatter EXPIRES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  private final FakeForge forge;
  private int used;

  GitHubDialect(FakeForge forge) {
    this.forge = forge;
  }

  @Override
  public Optional<Token> identify(Request request) {
    Optional<String> header = request.header("Authorization");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    String presented = presented(header.get());
    if (GitHubApp.isJwt(presented)) {
      return Optional.of(GitHubApp.identify(forge, presented));
    }
    return Optional.of(
        forge
            .people()
            .token(presented)
            .filter(token -> token.expires().filter(forge.now()::isAfter).isEmpty())
            .orElseThrow(GitHubErrors::badCredentials));
  }

  private static String presented(String header) {
    String[] words = header.split(" ", 2);
    if (words[0].equalsIgnoreCase("basic") && words.length == 2) {
      String pair = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    }
    return words.length == 2 ? words[1].strip() : "";
  }

  @Override
  public Answer unknown(Request request) {
    return GitHubErrors.notFoundAnswer();
  }

  @Override
  public synchronized Answer finish(Request request, Answer answer) {
    used++;
    Answer finished =
        answer
            .with("x-github-request-id", "FAKE:" + forge.nextId())
            .with("x-github-api-version-selected", "2022-11-28")
            .with("x-ratelimit-limit", Integer.toString(LIMIT))
            .with("x-ratelimit-remaining", Integer.toString(LIMIT - used))
            .with("x-ratelimit-used", Integer.toString(used))
            .with("x-ratelimit-reset", Long.toString(forge.now().getEpochSecond() + 3600))
            .with("x-ratelimit-resource", "core");
    return expiring(request, finished);
  }

  /** The scopes of classic tokens, and until when a token of a user is good. */
  private static Answer expiring(Request request, Answer finished) {
    Answer dated =
        request
            .token()
            .filter(token -> token.kind() == Kind.PERSONAL || token.kind() == Kind.PROJECT)
            .flatMap(Token::expires)
            .map(at -> finished.with(EXPIRATION, EXPIRES.format(at.atZone(ZoneOffset.UTC))))
            .orElse(finished);
    return request
        .token()
        .filter(token -> token.kind() == Kind.PERSONAL)
        .map(
            token -> dated.with("x-oauth-scopes", String.join(", ", new TreeSet<>(token.scopes()))))
        .orElse(dated);
  }
}
