package dev.countersign.bot.cli.command;

import dev.countersign.bot.config.BotConfig;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Chooses the environments that a run is proposed to. */
final class EnvironmentOption {
  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "This environment only; default: all that take runs directly.")
  private Optional<String> only = Optional.empty();

  /** The environments of a model that are meant; at least one. */
  List<EnvironmentConfig> of(BotConfig config, ModelName model) {
    Optional<EnvironmentName> name = only.map(text -> Arguments.read(text, EnvironmentName::new));
    List<EnvironmentConfig> chosen =
        config.model(model).takingRuns().stream()
            .filter(each -> name.map(each.name()::equals).orElse(true))
            .toList();
    if (chosen.isEmpty()) {
      throw new CountersignException(
          ErrorCode.USAGE,
          "model \"%s\" has no environment%s that takes runs directly"
              .formatted(model, name.map(each -> " \"" + each + "\"").orElse("")));
    }
    return chosen;
  }
}
