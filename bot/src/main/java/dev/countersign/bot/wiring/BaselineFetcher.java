package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.ci.deploy.Baseline;
import dev.countersign.ci.deploy.BaselineResolver;
import dev.countersign.ci.deploy.PromotionSources;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.nio.file.Path;
import java.util.Optional;

/** Resolves baselines and brings their artifacts, verified, into a folder for a training run. */
public final class BaselineFetcher {
  private final Session session;
  private final ConfiguredStores stores;
  private final BotConfig config;

  /** For the configuration at the protected branch's tip. */
  public BaselineFetcher(Session session) {
    this.session = session;
    this.config = session.config();
    this.stores = new ConfiguredStores(config);
  }

  /** The baseline of a line. */
  public Optional<Baseline> resolve(ModelEnvironment line) {
    PromotionSources sources =
        new PromotionSources(session.mergeRequests(), session.configuration(), stores);
    return new BaselineResolver(session.git(), session.branch(), sources).resolve(line);
  }

  /**
   * Fetches the baselines of all environments of a model.
   *
   * @param folder gets one folder per baseline, named by the digits of its digest
   * @return the folder; empty if there is no baseline, or the configuration does not name the model
   */
  public Optional<Path> fetchAll(ModelName model, Path folder) {
    boolean any = false;
    for (ModelEnvironment line : config.lines()) {
      if (line.model().equals(model)) {
        Optional<Baseline> baseline = resolve(line);
        baseline.ifPresent(found -> fetch(found.release().reference().artifact(), folder));
        any |= baseline.isPresent();
      }
    }
    return any ? Optional.of(folder) : Optional.empty();
  }

  private void fetch(Artifact artifact, Path folder) {
    stores.fetch(artifact, folder.resolve(artifact.digest().hex()));
  }
}
