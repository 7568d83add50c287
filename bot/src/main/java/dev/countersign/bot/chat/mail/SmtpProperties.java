package dev.countersign.bot.chat.mail;

import dev.countersign.bot.config.ChannelConfig;
import java.util.Properties;

/**
 * The mail library's settings.
 *
 * @see <a
 *     href="https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html">
 *     SMTP properties</a>
 */
final class SmtpProperties {
  private SmtpProperties() {}

  static Properties of(ChannelConfig.MailServer server, SmtpLimits limits) {
    boolean tls = server.encryption() == ChannelConfig.MailServer.Encryption.TLS;
    boolean startTls = server.encryption() == ChannelConfig.MailServer.Encryption.STARTTLS;
    String name = tls ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", name);
    String prefix = "mail." + name + ".";
    properties.setProperty(prefix + "host", server.host());
    properties.setProperty(prefix + "port", Integer.toString(server.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    String connect = Long.toString(limits.connect().toMillis());
    String answer = Long.toString(limits.answer().toMillis());
    properties.setProperty(prefix + "connectiontimeout", connect);
    properties.setProperty(prefix + "timeout", answer);
    properties.setProperty(prefix + "writetimeout", answer);
    return properties;
  }
}
