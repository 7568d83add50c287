package dev.countersign.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTokensTest {
  private final FormTokens tokens = new FormTokens();

  @Test
  void aTokenBelongsToTheCookieItWasMadeFor() {
    String visitor = tokens.visitor(Optional.empty());

    assertThat(tokens.belong(Optional.of(visitor), tokens.token(visitor))).isTrue();
  }

  @Test
  void refusesTheTokenOfAnotherVisitor_ofAnotherProcess_andNone() {
    String visitor = tokens.visitor(Optional.empty());
    String other = tokens.visitor(Optional.empty());

    assertThat(other).isNotEqualTo(visitor);
    assertThat(tokens.belong(Optional.of(visitor), tokens.token(other))).isFalse();
    assertThat(tokens.belong(Optional.of(visitor), new FormTokens().token(visitor))).isFalse();
    assertThat(tokens.belong(Optional.of(visitor), "")).isFalse();
    assertThat(tokens.belong(Optional.empty(), tokens.token(visitor))).isFalse();
  }

  @Test
  void keepsACookieOfOurs_andReplacesAnyOther() {
    String visitor = tokens.visitor(Optional.empty());

    assertThat(tokens.visitor(Optional.of(visitor))).isEqualTo(visitor);
    assertThat(tokens.visitor(Optional.of("chosen-by-an-attacker")))
        .isNotEqualTo("chosen-by-an-attacker")
        .hasSize(64);
    assertThat(tokens.belong(Optional.of("short"), tokens.token("short"))).isFalse();
  }
}
