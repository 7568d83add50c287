package dev.countersign.bot.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretTest {
  private final Secret secret = new Secret("canary-1234\n");

  @Test
  @DisplayName("I13: a secret is not printed")
  void showsNothing() {
    assertThat(secret).hasToString("***");
    assertThat(secret.removedFrom("token canary-1234 refused")).isEqualTo("token *** refused");
  }

  @Test
  void isWhatTheFileHeld_withoutItsLineBreak() {
    assertThat(secret.reveal()).isEqualTo("canary-1234");
  }

  @Test
  void matchesOnlyItself() {
    assertThat(secret.matches("canary-1234")).isTrue();
    assertThat(secret.matches("canary-1235")).isFalse();
    assertThat(secret.matches("")).isFalse();
  }

  @Test
  void mustNotBeBlank() {
    assertThatThrownBy(() -> new Secret(" \n")).hasMessage("a secret must not be blank");
  }
}
