package dev.countersign.bot.config;

import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import java.util.List;
import java.util.Optional;

/**
 * One model.
 *
 * @param store the name of the store its artifacts are kept in
 * @param bundles where {@code sync} finds runs; empty: whoever runs proposes
 * @param environments in the order of the configuration
 */
public record ModelConfig(
    ModelName name,
    String store,
    Optional<BundlePlace> bundles,
    List<EnvironmentConfig> environments) {
  public ModelConfig {
    environments = List.copyOf(environments);
  }

  /** The environments that take runs directly, in the order of the configuration. */
  public List<EnvironmentConfig> takingRuns() {
    return environments.stream().filter(each -> each.promotesFrom().isEmpty()).toList();
  }

  /** The environment of that name. */
  public Optional<EnvironmentConfig> environment(EnvironmentName environment) {
    return environments.stream().filter(each -> each.name().equals(environment)).findFirst();
  }
}
