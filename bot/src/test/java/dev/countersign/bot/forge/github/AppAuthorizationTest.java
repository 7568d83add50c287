package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.bot.transport.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppAuthorizationTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private Instant now = START;
  private int issued;
  private final AppAuthorization authorization =
      new AppAuthorization(
          new AppJwt(new GitHubCredential.App("31337", new Secret(AppKeys.pkcs1(AppKeys.pair())))),
          new Installation(),
          new Moving());

  @Test
  @DisplayName("A token is used until five minutes before it ends")
  void asksForANewToken_beforeTheOldOneEnds() {
    assertThat(authorization.header()).isEqualTo("Bearer ghs_1");
    now = START.plus(Duration.ofMinutes(54));
    assertThat(authorization.header()).isEqualTo("Bearer ghs_1");

    now = START.plus(Duration.ofMinutes(55));

    assertThat(authorization.header()).isEqualTo("Bearer ghs_2");
  }

  /** GitHub's answers. */
  private final class Installation implements AppAuthorization.AppCalls {
    @Override
    public JsonNode installation(Authorization app) {
      assertThat(app.header()).startsWith("Bearer ey");
      return JsonNodeFactory.instance.objectNode().put("id", 42);
    }

    @Override
    public JsonNode token(Authorization app, long installation) {
      assertThat(installation).isEqualTo(42);
      issued++;
      return JsonNodeFactory.instance
          .objectNode()
          .put("token", "ghs_" + issued)
          .put("expires_at", now.plus(Duration.ofHours(1)).toString());
    }
  }

  private final class Moving extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
