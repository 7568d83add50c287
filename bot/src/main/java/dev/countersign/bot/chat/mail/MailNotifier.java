package dev.countersign.bot.chat.mail;

import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.chat.Notifier;
import dev.countersign.bot.chat.Post;
import dev.countersign.bot.chat.http.VendorWords;
import dev.countersign.bot.config.ChannelConfig;
import dev.countersign.bot.transport.Secret;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Hands mails in at a server; all mails of a promotion refer to the same root (RFC 5322 §3.6.4).
 */
public final class MailNotifier implements Notifier {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final ChannelConfig.Email settings;
  private final Optional<Secret> password;
  private final Session session;

  /**
   * @param password where the server wants a login
   */
  public MailNotifier(ChannelConfig.Email settings, Optional<Secret> password, SmtpLimits limits) {
    this.settings = settings;
    this.password = password;
    this.session = Session.getInstance(SmtpProperties.of(settings.server(), limits));
  }

  @Override
  public Delivery send(Post post) {
    try (Transport transport = session.getTransport()) {
      ThreadedMessage message = message(post);
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Sent(Optional.empty());
    } catch (MessagingException e) {
      return new Delivery.Failed(
          VendorWords.clean(
              settings.server().host() + " did not take the mail: " + reason(e),
              password.map(List::of).orElse(List.of())));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    Optional<String> user = settings.server().login().map(ChannelConfig.MailServer.Login::user);
    if (user.isPresent() && password.isPresent()) {
      transport.connect(user.get(), password.get().reveal());
    } else {
      transport.connect();
    }
  }

  private static String reason(MessagingException e) {
    Exception next = e.getNextException();
    String own = String.valueOf(e.getMessage());
    return next == null || next.getMessage() == null ? own : own + ": " + next.getMessage();
  }

  private ThreadedMessage message(Post post) throws MessagingException {
    MailCard card = MailCard.render(post.card());
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    ThreadedMessage message =
        new ThreadedMessage(
            session,
            "<" + post.id() + "@" + domain + ">",
            "<" + post.threadKey() + "@" + domain + ">");
    message.setFrom(new InternetAddress(settings.from()));
    for (String to : settings.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(card.subject(), UTF_8);
    message.setSentDate(Date.from(post.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(alternatives(card));
    message.saveChanges();
    return message;
  }

  /** Plain first, as the last one that a program can show is shown (RFC 2046 §5.1.4). */
  private static MimeMultipart alternatives(MailCard card) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(card.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(card.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }
}
