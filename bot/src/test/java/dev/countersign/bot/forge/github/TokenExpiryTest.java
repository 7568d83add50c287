package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenExpiryTest {
  @ParameterizedTest
  @CsvSource({
    "2026-12-31 23:59:59 UTC, 2026-12-31T23:59:59Z",
    "2026-12-31 23:59:59 +0200, 2026-12-31T21:59:59Z",
    "2026-12-31 13:04:05 -0700, 2026-12-31T20:04:05Z"
  })
  void readsBothForms(String text, Instant expected) {
    assertThat(TokenExpiry.parse(text)).contains(expected);
  }

  @Test
  void takesAnythingElseForNothing() {
    assertThat(TokenExpiry.parse("never")).isEmpty();
  }
}
