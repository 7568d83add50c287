package dev.countersign.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.bot.config.NoticeKind;
import dev.countersign.modelrefs.value.WireName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/chat.md} says holds. */
class ChatDocumentTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final String FRAME =
      """
      version: 1
      stores: {default: "file:///srv/models/"}
      models: {m: {environments: {prod: {approvals: 0}}}}
      """;

  static Stream<String> examples() throws IOException {
    return YAML.matcher(page()).results().map((MatchResult found) -> found.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAValidConfiguration(String yaml) {
    String whole = yaml.startsWith("version") ? yaml : FRAME + yaml;

    BotConfig config = ConfigReader.read(whole.getBytes(StandardCharsets.UTF_8), "the example");

    assertThat(config.chat()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void everyEventIsExplained(NoticeKind kind) throws IOException {
    assertThat(page()).contains("\n| `" + WireName.hyphenated(kind) + "` | ");
  }

  @Test
  void thereIsAnExampleOfEveryKindOfChannel() throws IOException {
    assertThat(String.join("\n", examples().toList()))
        .contains(
            "slack, token", "slack, url", "teams", "google-chat", "mattermost", "email", "webhook");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/chat.md"));
  }
}
