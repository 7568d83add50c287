package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;

@DisplayName("I8: any text in a page, terminal, commit, mail or chat is one line and does nothing")
class SinksFuzzTest extends FuzzContract {
  /** Line breaks, control, format and half characters. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Pattern ENTITY = Pattern.compile("&(?!(amp|lt|gt|quot|#39);)");

  @Override
  protected List<byte[]> seeds() {
    return FuzzText.seeds();
  }

  @Override
  protected List<String> words() {
    return FuzzText.WORDS;
  }

  @Override
  protected void check(byte[] input) {
    String text = FuzzText.of(input);
    String plain = PlainText.of(text);
    assertThat(plain).doesNotContainPattern(UNSEEN).hasSizeLessThan(PlainText.MAX_LENGTH + 12);
    html(HtmlText.of(text), plain);
    terminal(TerminalText.line(text));
    commit(CommitText.title(text));
    assertThat(MailText.line(text))
        .doesNotContainPattern(UNSEEN)
        .doesNotContainPattern("://|(?i)www\\.|@(?=[^ ])");
    chats(text);
  }

  private static void html(String html, String plain) {
    assertThat(html).doesNotContain("<", ">", "\"", "'").doesNotContainPattern(ENTITY);
    assertThat(unescaped(html)).isEqualTo(plain);
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static void terminal(String line) {
    assertThat(line).doesNotContainPattern(UNSEEN).doesNotContain("::", "##[");
  }

  private static void commit(String title) {
    assertThat(title)
        .hasSizeLessThanOrEqualTo(120)
        .doesNotContainPattern(UNSEEN)
        .doesNotContain("[", "]", "://")
        .doesNotContainPattern("^[-/#`\\s]|[@#!~%&^$*][\\p{L}\\p{N}_]|(?i)^(draft|wip)\\s*:");
  }

  /** The mark that parts a sign from what follows is a format character, and ours. */
  private static void chats(String text) {
    assertThat(SlackText.mrkdwn(text).replace("\u200B", ""))
        .doesNotContain("<", ">", "*", "`", "~")
        .doesNotContainPattern(ENTITY)
        .doesNotContainPattern(UNSEEN);
    assertThat(SlackText.mrkdwn(text))
        .doesNotContain("://")
        .doesNotContainPattern("[@#](?=[\\w<])");
    assertThat(GoogleChatText.widget(text)).doesNotContain("<", ">", "://");
    assertThat(TeamsText.run(text)).doesNotContain("{{", "://", "<at>");
    assertThat(MattermostText.inline(text)).doesNotContain("<", ">").doesNotContainPattern("@\\S");
  }
}
