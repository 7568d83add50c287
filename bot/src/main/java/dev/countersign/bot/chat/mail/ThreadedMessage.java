package dev.countersign.bot.chat.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail with an id of its own, in the thread of a root that no mail needs to have. */
final class ThreadedMessage extends MimeMessage {
  private final String id;
  private final String root;

  /**
   * @param id in angle brackets
   * @param root in angle brackets
   */
  ThreadedMessage(Session session, String id, String root) {
    super(session);
    this.id = id;
    this.root = root;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
    setHeader("In-Reply-To", root);
    setHeader("References", root);
  }
}
