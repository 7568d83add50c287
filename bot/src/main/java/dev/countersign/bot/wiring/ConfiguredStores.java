package dev.countersign.bot.wiring;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.bot.propose.ProposalExecutor;
import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import java.nio.file.Path;

/**
 * The stores that the configuration names. Artifacts are read from the store that their URI lies
 * in; a URI that lies in none is refused.
 */
final class ConfiguredStores implements ArtifactStore {
  private final BotConfig config;

  /** The stores of a configuration. */
  ConfiguredStores(BotConfig config) {
    this.config = config;
  }

  /** Where a model's artifacts and evidence go. */
  ProposalExecutor.Stores of(ModelConfig model) {
    FileArtifactStore store = open(config.storeOf(model));
    return new ProposalExecutor.Stores(store, store);
  }

  /** {@inheritDoc} Not without a model: which store is meant would be a guess. */
  @Override
  public Artifact put(ArtifactManifest manifest, Path source, String format) {
    throw new CountersignException(
        ErrorCode.BUG, "an artifact is put into the store of its model, not into any");
  }

  @Override
  public ArtifactManifest verify(Artifact artifact) {
    return holding(artifact).verify(artifact);
  }

  @Override
  public void fetch(Artifact artifact, Path target) {
    holding(artifact).fetch(artifact, target);
  }

  private ArtifactStore holding(Artifact artifact) {
    return config.stores().values().stream()
        .filter(artifact.uri()::isWithin)
        .findFirst()
        .map(ConfiguredStores::open)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.URI_REFUSED,
                    "\"%s\" lies in no store of %s".formatted(artifact.uri(), BotConfig.PATH)));
  }

  private static FileArtifactStore open(ArtifactUri root) {
    if (!root.scheme().equals("file")) {
      throw new CountersignException(
          ErrorCode.CONFIGURATION_INVALID,
          "store \"%s\" has a scheme that this version does not serve; file: is".formatted(root));
    }
    return new FileArtifactStore(Path.of(root.path()));
  }
}
