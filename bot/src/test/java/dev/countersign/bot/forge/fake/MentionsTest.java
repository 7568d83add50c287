package dev.countersign.bot.forge.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Fault row 25: whom a text would notify")
class MentionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "hello @alice~alice",
        "(@alice)~alice",
        "@all~all",
        "**@alice**~alice",
        "@acme/ml-team, see~acme/ml-team",
        "| a | @alice |~alice",
        "&#64;alice~alice",
        "\\@alice~alice",
        "<details><summary>@alice</summary></details>~alice",
        "> @alice~alice"
      })
  void findsAName(String markdown, String name) {
    assertThat(Mentions.in(markdown)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`@alice`",
        "```\n@alice\n```",
        "    @alice",
        "alice@example.com",
        "@\u200Balice",
        "<code>@alice</code>",
        "<!-- @alice -->",
        "a @ b"
      })
  void findsNobody(String markdown) {
    assertThat(Mentions.in(markdown)).isEmpty();
  }
}
