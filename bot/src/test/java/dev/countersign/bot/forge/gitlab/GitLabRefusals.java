package dev.countersign.bot.forge.gitlab;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.countersign.bot.forge.fault.WireFault;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.bot.transport.Transports;
import java.time.Duration;

/** How GitLab words that a token may not, and what the adapter makes of a fault. */
final class GitLabRefusals implements WireFault.RefusalWords {
  @Override
  public ResponseDefinitionBuilder forbidden(ResponseDefinitionBuilder answer) {
    return answer.withBody(
        "{\"error\":\"insufficient_scope\",\"error_description\":\"no\",\"scope\":\"api\"}");
  }

  @Override
  public String expired() {
    return "{\"error\":\"invalid_token\",\"error_description\":\"Token was revoked.\"}";
  }

  /** What the error must say. */
  static String says(WireFault fault) {
    return switch (fault) {
      case LOGIN_PAGE -> "answered 200 with a web page";
      case FORBIDDEN -> "the token needs the scope \"api\"";
      case TOKEN_EXPIRED -> "the token is wrong, expired or revoked";
      default -> "";
    };
  }

  /** How long an answer is waited for: not long where it does not end. */
  static TransportSettings patience(WireFault fault) {
    return fault == WireFault.DRIBBLE
        ? Transports.reading(Duration.ofSeconds(1))
        : Transports.quick();
  }
}
