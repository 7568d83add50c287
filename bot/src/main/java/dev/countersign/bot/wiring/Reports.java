package dev.countersign.bot.wiring;

import dev.countersign.ci.deploy.PromotionSources;
import dev.countersign.ci.status.HistoryReader;
import dev.countersign.ci.status.StatusReader;

/** Readers of what is and what was, for an open session. */
public final class Reports {
  private final Session session;

  /** In an open session. */
  public Reports(Session session) {
    this.session = session;
  }

  /** What is declared, deployed and served. */
  public StatusReader status() {
    return new StatusReader(
        session.git(), session.branch(), sources(), new TargetFactory(step -> {}));
  }

  /** What was live when. */
  public HistoryReader history() {
    return new HistoryReader(session.git(), session.branch(), sources());
  }

  private PromotionSources sources() {
    return new PromotionSources(
        session.mergeRequests(), session.configuration(), new ConfiguredStores(session.config()));
  }
}
