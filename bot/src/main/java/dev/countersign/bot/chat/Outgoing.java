package dev.countersign.bot.chat;

import dev.countersign.modelrefs.error.CountersignException;

/** A claimed message and who sends it. */
record Outgoing(NoticeClaims.Claim claim, Post post, Notifier notifier) {
  /** A message that cannot be sent, for a reason that is known before. */
  static Outgoing impossible(NoticeClaims.Claim claim, Post post, CountersignException why) {
    return new Outgoing(claim, post, ignored -> new Delivery.Failed(why.explanation()));
  }

  NoticeReport report(Delivery delivery) {
    return new NoticeReport(claim.line(), post.event().kind(), claim.channel(), delivery);
  }
}
