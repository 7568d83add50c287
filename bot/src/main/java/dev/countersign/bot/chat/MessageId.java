package dev.countersign.bot.chat;

import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;

/** Names a message; a function of what is told to whom. */
final class MessageId {
  private static final int DIGITS = 32;

  private MessageId() {}

  static String of(NoticeClaims.Claim claim) {
    String all = claim.line() + "\n" + claim.event() + "\n" + claim.channel();
    return "msg_" + Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
  }
}
