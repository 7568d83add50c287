package dev.countersign.bot.chat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.countersign.bot.chat.ChatFixtures;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.config.ChannelConfig;
import dev.countersign.bot.config.ChannelConfig.MailServer;
import dev.countersign.bot.config.SecretReference;
import dev.countersign.bot.transport.Secret;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail, handed in at a real SMTP server. */
class MailNotifierIT {
  private static final Secret PASSWORD = new Secret("canary-password");
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
    server.setUser("team@example.com", "bot", PASSWORD.reveal());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailHasItsTextInTwoForms() throws Exception {
    assertThat(send(ChatFixtures.post(ChatFixtures.proposed()), Optional.of(PASSWORD)))
        .isInstanceOf(Delivery.Sent.class);

    MimeMessage mail = server.getReceivedMessages()[0];
    MimeMultipart forms = (MimeMultipart) mail.getContent();
    assertThat(mail.getSubject()).isEqualTo("Review: diamonds-price 1.1.0 for production");
    assertThat(mail.getFrom()[0]).hasToString("countersign@example.com");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(forms.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .startsWith("✔ Review: diamonds-price 1.1.0 for production\n\nBetter than 1.0.0")
        .contains("rmse, USD: 1,495 → 543 [531, 556], ▼ −951 [−998, −906]\n")
        .contains("Review: " + ChatFixtures.REQUEST.url() + "\n");
    assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(forms.getBodyPart(1).getContent().toString())
        .contains("<td>1,495 → 543 [531, 556], ▼ −951 [−998, −906]</td>");
  }

  @Test
  void mailsOfAPromotionAreOneThread() throws Exception {
    send(ChatFixtures.post(ChatFixtures.proposed()), Optional.of(PASSWORD));
    send(ChatFixtures.post(ChatFixtures.deployed()), Optional.of(PASSWORD));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getHeader("References"))
        .containsExactly("<diamonds-price.production.2@example.com>")
        .isEqualTo(mails[1].getHeader("References"))
        .isEqualTo(mails[1].getHeader("In-Reply-To"));
    assertThat(mails[0].getMessageID()).isEqualTo("<msg_0123456789@example.com>");
  }

  @Test
  @DisplayName("I11: a server that is not there is a failure with its name")
  void saysThatTheServerIsNotThere() {
    ChannelConfig.Email settings = email(MailServer.Encryption.NONE);
    server.stop();

    Delivery delivery =
        new MailNotifier(settings, Optional.of(PASSWORD), limits())
            .send(ChatFixtures.post(ChatFixtures.proposed()));

    assertThat(((Delivery.Failed) delivery).reason())
        .startsWith("127.0.0.1 did not take the mail: ");
  }

  @Test
  @DisplayName("I13: a refused login does not repeat the password")
  void keepsThePasswordToItself() {
    assertThat(
            reason(
                ChatFixtures.post(ChatFixtures.proposed()),
                Optional.of(new Secret("canary-wrong"))))
        .startsWith("127.0.0.1 did not take the mail: ")
        .doesNotContain("canary");
  }

  @Test
  void doesNotSendInTheClear_whereStartTlsIsConfigured() {
    ChannelConfig.Email settings = email(MailServer.Encryption.STARTTLS);

    Delivery delivery =
        new MailNotifier(settings, Optional.of(PASSWORD), limits())
            .send(ChatFixtures.post(ChatFixtures.proposed()));

    assertThat(delivery).isInstanceOf(Delivery.Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @DisplayName("Fault row 33: a run's text adds no header, no link and no markup")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void runTextDoesNothing(String text) {
    MailCard mail = MailCard.render(ChatFixtures.hostile(text, 1));

    assertThat(mail.subject()).doesNotContain("\n", "\r");
    assertThat(mail.text().replace(ChatFixtures.REQUEST.url(), "")).doesNotContain("://");
    assertThat(mail.html()).doesNotContain("<script", "<img", "javascript:alert(1)\"");
    assertThat(mail.html().split("<a href=", -1)).hasSize(2);
  }

  private String reason(Post post, Optional<Secret> password) {
    return ((Delivery.Failed) send(post, password)).reason();
  }

  private Delivery send(Post post, Optional<Secret> password) {
    return new MailNotifier(email(MailServer.Encryption.NONE), password, limits()).send(post);
  }

  private static SmtpLimits limits() {
    return new SmtpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  private ChannelConfig.Email email(MailServer.Encryption encryption) {
    MailServer.Login login = new MailServer.Login("bot", SecretReference.parse("${env:PASSWORD}"));
    return new ChannelConfig.Email(
        new MailServer("127.0.0.1", server.getSmtp().getPort(), encryption, Optional.of(login)),
        "countersign@example.com",
        List.of("team@example.com"));
  }
}
