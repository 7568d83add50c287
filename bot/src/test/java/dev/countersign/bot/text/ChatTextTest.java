package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Text for the chats. */
class ChatTextTest {
  /** What a run could write for a chat, beside what it could for a forge. */
  static Stream<String> samples() {
    Stream<String> chat =
        Stream.of(
            "<!channel>",
            "<!here|x>",
            "<!subteam^S012>",
            "<@U012AB3CD>",
            "<#C012>",
            "<https://evil.example|safe.example>",
            "&lt;!channel&gt;",
            "@channel",
            "@here",
            "x@all",
            "*b*",
            "_i_",
            "~s~",
            "`c`",
            "> quote",
            "{{DATE(2026-01-01T00:00:00Z, SHORT)}}",
            "{{{TIME(x)}}}",
            "<at>everyone</at>",
            "<users/all>",
            "<a href=\"https://evil.example\">x</a>",
            "<font color=\"red\">",
            "mailto:a@b.example",
            "HTTPS://evil.example");
    return Stream.concat(chat, HostileText.samples());
  }

  static Stream<Arguments> all() {
    Stream<UnaryOperator<String>> encoders =
        Stream.of(
            SlackText::mrkdwn,
            TeamsText::run,
            GoogleChatText::widget,
            MattermostText::inline,
            MattermostText::cell,
            MailText::line);
    return encoders.flatMap(encoder -> samples().map(text -> Arguments.of(encoder, text)));
  }

  @DisplayName("I8: one line, nothing that an address is made a link from")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("all")
  void isOneLine_withoutAddress(UnaryOperator<String> encoder, String text) {
    String encoded = encoder.apply(text);

    assertThat(encoded).doesNotContain("\n", "\r", "\u2028", "\u202E", "\u0000");
    assertThat(encoded).doesNotContainPattern("(?i)://|www\\.[a-z]");
  }

  @DisplayName("Fault row 33: Slack sees no mention, no link, no formatting")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("samples")
  void slack(String text) {
    assertThat(SlackText.mrkdwn(text))
        .doesNotContain("<", "*", "~", "`")
        .doesNotContainPattern("&(?!amp;|lt;|gt;)")
        .doesNotContainPattern("^(&gt;|>)")
        .doesNotContainPattern("[@#][\\p{L}\\p{N}]")
        .doesNotContainPattern(":[a-z]")
        .doesNotContainPattern("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    assertThat(SlackText.plain(text)).doesNotContain("<", ">");
  }

  @DisplayName("Fault row 33: Teams sees no mention tag and no date function")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("samples")
  void teams(String text) {
    assertThat(TeamsText.run(text)).doesNotContain("{{", "}}").doesNotContainPattern("<[/a-zA-Z]");
  }

  @DisplayName("Fault row 33: Google Chat sees no tag and no mention")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("samples")
  void googleChat(String text) {
    assertThat(GoogleChatText.widget(text))
        .doesNotContain("<", ">")
        .doesNotContainPattern("&(?!amp;|lt;|gt;)")
        .doesNotContainPattern("@[^\u200B]");
  }

  @DisplayName("Fault row 33: Mattermost sees no mention, whatever it would render")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("samples")
  void mattermost(String text) {
    assertThat(MattermostText.inline(text))
        .doesNotContain("<", ">")
        .doesNotContainPattern("@\\S")
        .doesNotContainPattern("(?<!\\\\)\\[");
    assertThat(MattermostText.cell(text)).doesNotContain("|");
  }

  @DisplayName("What is harmless stays as it is")
  @ParameterizedTest
  @CsvSource({
    "cv_rmse, cv_rmse",
    "'1,288.4 → 543.2 USD [531.0, 555.9]', '1,288.4 → 543.2 USD [531.0, 555.9]'",
    "carat <=0.5, carat &lt;=0.5",
    "at 12:30, at 12:30",
    "a & b, a &amp; b"
  })
  void keepsWhatPeopleRead(String text, String encoded) {
    assertThat(SlackText.mrkdwn(text)).isEqualTo(encoded);
    assertThat(GoogleChatText.widget(text)).isEqualTo(encoded);
    assertThat(TeamsText.run(text)).isEqualTo(text);
    assertThat(MailText.line(text)).isEqualTo(text);
  }
}
