package dev.countersign.bot.wiring;

import dev.countersign.bot.fetch.BaselineFetcher;
import dev.countersign.ci.deploy.BaselineResolver;
import dev.countersign.ci.deploy.Deployer;
import dev.countersign.ci.deploy.Holds;
import dev.countersign.ci.deploy.PromotionSources;
import dev.countersign.ci.deploy.TrustPolicy;
import dev.countersign.ci.process.ProcessStep;
import dev.countersign.ci.status.HistoryReader;
import dev.countersign.ci.status.StatusReader;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import java.util.function.Consumer;

/** Puts together what verifying, deploying and looking back need. */
public final class Deploying {
  private final Session session;

  /** For an open session. */
  public Deploying(Session session) {
    this.session = session;
  }

  /**
   * Brings targets to what is merged.
   *
   * @param progress hears of each step of a process target
   */
  public Deployer deployer(TrustPolicy trust, Consumer<ProcessStep> progress) {
    return new Deployer(
        session.git(),
        session.branch(),
        sources(),
        new TargetFactory(progress),
        trust,
        session.clock());
  }

  /** Verifies what is merged, on the protected branch as it is now. */
  public PromotionVerifier verifier() {
    PromotionSources sources = sources();
    return new PromotionVerifier(
        ProtectedBranch.fetch(session.git(), session.branch()),
        sources.requests(),
        sources.settings(),
        sources.store());
  }

  /** Freezes and releases lines. */
  public Holds holds() {
    return new Holds(session.git(), session.branch(), session.settings(), session.clock());
  }

  /** Finds what is live by the deployment log. */
  public BaselineResolver baselines() {
    return new BaselineResolver(session.git(), session.branch(), sources());
  }

  /** Brings what is live to a training run. */
  public BaselineFetcher baselineFetcher() {
    return new BaselineFetcher(baselines(), session.stores(), session.config().lines());
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
    return new PromotionSources(session.mergeRequests(), session.settings(), session.stores());
  }
}
