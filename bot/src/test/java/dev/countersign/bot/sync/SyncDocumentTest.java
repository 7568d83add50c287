package dev.countersign.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.BundlePlace;
import dev.countersign.bot.config.ConfigReader;
import dev.countersign.bot.config.EnvironmentConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/sync.md} says holds. */
class SyncDocumentTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)`");

  @Test
  void theExampleIsAValidConfiguration() throws IOException {
    Matcher example = YAML.matcher(page());
    assertThat(example.find()).isTrue();

    BotConfig config =
        ConfigReader.read(example.group(1).getBytes(StandardCharsets.UTF_8), "the example");

    assertThat(config.models().get(0).bundles())
        .contains(new BundlePlace("/mnt/runs/diamonds-price", Duration.ofHours(12)));
    EnvironmentConfig production = config.models().get(0).environments().get(0);
    assertThat(production.rules().staleAfter()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void everyOptionItNamesIsThere() throws IOException {
    List<String> named =
        OPTION.matcher(page()).results().map((MatchResult found) -> found.group(1)).toList();

    String help = CommandRun.of("sync", "--help").out();

    assertThat(named).contains("--no-propose", "--no-notify", "--no-deploy", "--changed-within");
    assertThat(named).allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void theDefaultsAreThoseOfTheCode() throws IOException {
    assertThat(page())
        .contains(BundlePlace.SILENCE.toHours() + " hours unless you say otherwise", "last 7 days");
    assertThat(CommandRun.of("sync", "--help").out()).contains("default: 7d");
    assertThat(Files.readString(Path.of("docs/chat.md")))
        .contains(EnvironmentConfig.Rules.PATIENCE.toDays() + " days unless it says otherwise");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/sync.md"));
  }
}
