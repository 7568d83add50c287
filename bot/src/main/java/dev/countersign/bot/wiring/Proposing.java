package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.propose.PromotionSignals;
import dev.countersign.bot.propose.ProposalListener;
import dev.countersign.bot.propose.Proposer;
import dev.countersign.bot.propose.RollbackProposer;
import dev.countersign.bot.propose.plots.EvidencePlotDrawer;
import dev.countersign.ci.deploy.BaselineResolver;
import dev.countersign.ci.status.DeclaredStatus;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.util.Optional;

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
    CommitId tip = session.tip();
    BotConfig config = session.configuration().at(tip);
    BaselineResolver baselines = new Deploying(session).baselines();
    return new Proposer(
        new Proposer.Tools(
            session.git(),
            session.forge(),
            new PromotionSignals(session.signals()),
            new ConfiguredStores(config).of(config.model(model)),
            new EvidencePlotDrawer(),
            listener),
        new Proposer.Base(
            session.branch(),
            tip,
            config,
            line -> baselines.resolve(line).map(baseline -> baseline.release().reference()),
            this::disapproval,
            session.groups()));
  }

  /**
   * The store that a model's artifacts go to.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code NOT_FOUND} if there is no
   *     such model
   */
  public static ArtifactStore store(BotConfig config, ModelName model) {
    return new ConfiguredStores(config).of(config.model(model)).artifacts();
  }

  private Optional<String> disapproval(ModelEnvironment line) {
    return new Deploying(session)
        .status()
        .declared(line)
        .filter(DeclaredStatus.NotApproved.class::isInstance)
        .map(declared -> ((DeclaredStatus.NotApproved) declared).reason());
  }

  /** Goes back to earlier versions of a model. */
  public RollbackProposer rollbacks(ModelName model, ProposalListener listener) {
    CommitId tip = session.tip();
    BotConfig config = session.configuration().at(tip);
    return new RollbackProposer(
        session.git(),
        session.forge(),
        new PromotionSignals(session.signals()),
        new ConfiguredStores(config).of(config.model(model)),
        listener,
        new RollbackProposer.Base(session.branch(), tip, config, session.groups()));
  }
}
