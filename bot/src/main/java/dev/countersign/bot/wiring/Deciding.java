package dev.countersign.bot.wiring;

import dev.countersign.bot.chat.events.DecisionEvents;

/** Puts together what telling of decisions needs. */
public final class Deciding {
  private Deciding() {}

  /** What people decided, by the protected branch as it is now. */
  public static DecisionEvents events(Session session) {
    return new DecisionEvents(session.git(), session.forge(), session.settings(), session.tip());
  }
}
