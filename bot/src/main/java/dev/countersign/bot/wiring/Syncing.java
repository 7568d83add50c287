package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.sync.BundleCollector;
import dev.countersign.bot.sync.LateNotices;
import dev.countersign.bot.sync.RunProposals;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import java.util.Optional;

/** Puts together what a scheduled job needs. */
public final class Syncing {
  private final Session session;
  private final BotConfig config;

  /**
   * For an open session.
   *
   * @param config of its protected branch's tip
   */
  public Syncing(Session session, BotConfig config) {
    this.session = session;
    this.config = config;
  }

  /**
   * Finds and proposes runs.
   *
   * @param proposing who stands behind the job
   * @param listener hears of each step
   */
  public BundleCollector collector(Optional<CiIdentity> proposing, ProposalListener listener) {
    OutcomeLog log = new OutcomeLog(session.git());
    RunProposals proposals =
        new RunProposals(
            log,
            model -> {
              session.requireBotKey(config);
              return new Proposing(session).proposer(model, listener);
            },
            proposing,
            session.clock());
    return new BundleCollector(log, proposals, session.clock().instant());
  }

  /** Finds out what has become of merge requests. */
  public LateNotices lateNotices() {
    return new LateNotices(
        new LateNotices.Tools(
            session.git(), session.forge(), session.listing(), session.settings(), session.tip()),
        config);
  }
}
