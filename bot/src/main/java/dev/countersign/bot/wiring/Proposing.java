package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.propose.ProposalExecutor;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RollbackProposer;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import dev.countersign.modelrefs.value.ModelName;

/** Puts together what proposing needs. */
public final class Proposing {
  private final Session session;

  /** For an open session. */
  public Proposing(Session session) {
    this.session = session;
  }

  /**
   * A proposer for a model.
   *
   * @param listener hears of each step
   */
  public Proposer proposer(ModelName model, ProposalListener listener) {
    BotConfig config = session.config();
    FileArtifactStore store = new ConfiguredStores(config).of(config.model(model));
    BaselineFetcher baselines = new BaselineFetcher(session);
    return new Proposer(
        new Proposer.Tools(
            session.git(),
            session.forge(),
            new ProposalExecutor.Stores(store, store),
            new EvidenceDrawings(),
            listener),
        new Proposer.Base(
            session.branch(),
            session.tip(),
            config,
            line -> baselines.resolve(line).map(baseline -> baseline.release().reference())));
  }

  /** Goes back to earlier versions of a model. */
  public RollbackProposer rollbacks(ModelName model, ProposalListener listener) {
    BotConfig config = session.config();
    FileArtifactStore store = new ConfiguredStores(config).of(config.model(model));
    return new RollbackProposer(
        session.git(),
        session.forge(),
        new ProposalExecutor.Stores(store, store),
        listener,
        new RollbackProposer.Base(session.branch(), session.tip(), config));
  }
}
