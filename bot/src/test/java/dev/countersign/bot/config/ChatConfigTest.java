package dev.countersign.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of what, and where. */
class ChatConfigTest {
  @Test
  void readsEveryKindOfChannel() throws IOException {
    BotConfig config = full();

    assertThat(config.chat())
        .containsOnly(
            entry("ml-team", new ChannelConfig.SlackBot(env("SLACK_BOT_TOKEN"), "C0123456789")),
            entry("announcements", new ChannelConfig.SlackWebhook(env("SLACK_WEBHOOK_URL"))),
            entry(
                "office",
                new ChannelConfig.Teams(
                    env("TEAMS_WEBHOOK_URL"), ChannelConfig.Teams.Envelope.CARD)),
            entry(
                "space",
                new ChannelConfig.GoogleChat(
                    new SecretReference(SecretReference.Source.FILE, "/run/secrets/google-chat"))),
            entry("town-square", new ChannelConfig.Mattermost(env("MATTERMOST_WEBHOOK_URL"))),
            entry(
                "audit",
                new ChannelConfig.Webhook(env("AUDIT_WEBHOOK_URL"), env("AUDIT_WEBHOOK_SECRET"))),
            entry("mail", mail()));
  }

  @Test
  void everyEventIsMeant_whereNoneIsNamed() throws IOException {
    List<NotifyRule> rules =
        full()
            .line(ModelEnvironment.of("diamonds-price", "production"))
            .orElseThrow()
            .notifications();

    assertThat(rules).extracting(NotifyRule::channel).containsExactly("ml-team", "audit");
    assertThat(rules.get(0).events())
        .containsOnly(NoticeKind.PROPOSED, NoticeKind.BLOCKED, NoticeKind.ROLLED_BACK);
    assertThat(rules.get(1).events()).containsExactlyInAnyOrder(NoticeKind.values());
  }

  @Test
  void reportsAllProblemsAtOnce_withSuggestions() {
    assertThat(
            problems(
                """
                version: 1
                stores: {default: "file:///srv/models/"}
                models:
                  m: {environments: {prod: {approvals: 0, notify: [{channel: a, events: [deploy-faild]}]}}}
                chat:
                  a: {kind: matermost, url: "${env:URL}"}
                  b: {kind: webhook, url: "${env:URL}", sekret: "${env:KEY}"}
                """))
        .anyMatch(
            p -> p.contains("\"deploy-faild\"") && p.contains("did you mean \"deploy-failed\"?"))
        .anyMatch(p -> p.startsWith("$.chat.a.kind") && p.contains("did you mean \"mattermost\"?"))
        .anyMatch(p -> p.contains("unknown key \"sekret\"; did you mean \"secret\"?"));
  }

  @Test
  void refusesAChannelThatIsNotThere() {
    assertThat(
            problems(
                """
                version: 1
                stores: {default: "file:///srv/models/"}
                models: {m: {environments: {prod: {approvals: 0, notify: [{channel: ml-taem}]}}}}
                chat: {ml-team: {kind: mattermost, url: "${env:URL}"}}
                """))
        .singleElement()
        .asString()
        .contains(
            "\"m/prod\" notifies the channel \"ml-taem\", which is not in \"chat\"",
            "did you mean \"ml-team\"?");
  }

  @Test
  @DisplayName("I13: an address that stands in the file itself is refused and not repeated")
  void doesNotRepeatASecret() {
    assertThat(
            problems(
                """
                version: 1
                stores: {default: "file:///srv/models/"}
                models: {m: {environments: {prod: {approvals: 0}}}}
                chat: {a: {kind: mattermost, url: "https://chat.example.com/hooks/canary-7"}}
                """))
        .singleElement()
        .asString()
        .contains("$.chat.a.url: must be ${env:NAME} or ${file:PATH}")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:SLACK_URL}", "${file:/run/secrets/slack url}", "${file:C:\\x}"})
  void aReferenceIsPrintedAsItIsWritten(String text) {
    assertThat(SecretReference.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "${env:}", "${env:1A}", "${ENV:A}", "x${env:A}", "${file:a}b"})
  void isNoReference(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretReference.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
  }

  private static ChannelConfig mail() {
    return new ChannelConfig.Email(
        new ChannelConfig.MailServer(
            "smtp.example.com",
            465,
            ChannelConfig.MailServer.Encryption.TLS,
            Optional.of(new ChannelConfig.MailServer.Login("bot", env("SMTP_PASSWORD")))),
        "countersign@example.com",
        List.of("ml-team@example.com", "on-call@example.com"));
  }

  private static SecretReference env(String name) {
    return new SecretReference(SecretReference.Source.ENV, name);
  }

  private static BotConfig full() throws IOException {
    try (InputStream in = ChatConfigTest.class.getResourceAsStream("/config/full.yaml")) {
      return ConfigReader.read(Objects.requireNonNull(in).readAllBytes(), "full.yaml");
    }
  }

  private static List<String> problems(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return catchThrowableOfType(
            CountersignException.class, () -> ConfigReader.read(bytes, "countersign.yaml"))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
