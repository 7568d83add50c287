package dev.countersign.bot.config;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code countersign.yaml}.
 *
 * @param stores root folder of each artifact store, by name
 * @param botKeys keys of the bot, current and former
 * @param models in the order of the file
 * @param pipelines file of each pipeline, by name, relative to the repository's root
 * @param chat places where people are told what happened, by name
 */
public record BotConfig(
    Map<String, ArtifactUri> stores,
    List<BotKey> botKeys,
    StatisticsConfig statistics,
    List<ModelConfig> models,
    Map<String, String> pipelines,
    Map<String, ChannelConfig> chat) {
  /** Where the file lies in the repository. */
  public static final String PATH = "countersign.yaml";

  public BotConfig {
    stores = Map.copyOf(stores);
    botKeys = List.copyOf(botKeys);
    models = List.copyOf(models);
    pipelines = Map.copyOf(pipelines);
    chat = Map.copyOf(chat);
  }

  /**
   * The model of that name.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} with the nearest name
   */
  public ModelConfig model(ModelName name) {
    return models.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknownModel(name));
  }

  /** Root folder of the store that a model's artifacts are kept in. */
  public ArtifactUri storeOf(ModelConfig model) {
    return Objects.requireNonNull(stores.get(model.store()), "checked when the file was read");
  }

  /** What the configuration says about a line; empty if it does not name it. */
  public Optional<EnvironmentConfig> line(ModelEnvironment line) {
    return models.stream()
        .filter(each -> each.name().equals(line.model()))
        .findFirst()
        .flatMap(each -> each.environment(line.environment()));
  }

  /**
   * What the configuration says about a line that a person named.
   *
   * @throws CountersignException {@code NOT_FOUND} with the nearest name
   */
  public EnvironmentConfig named(ModelEnvironment line) {
    return line(line)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND,
                    "\"%s\" is not in %s%s"
                        .formatted(
                            line,
                            PATH,
                            Suggestion.of(
                                line.toString(),
                                lines().stream().map(ModelEnvironment::toString).toList()))));
  }

  /**
   * What the CI job step needs to know about a line; empty if this configuration does not name it.
   *
   * @param at decides which of the bot's keys are valid
   */
  public Optional<LineSettings> settings(ModelEnvironment line, Instant at) {
    return line(line)
        .map(
            environment ->
                new LineSettings(
                    new ApprovalPolicy(
                        environment.approvals(), botKeysAt(at), environment.rules().launcher()),
                    environment.gates(),
                    environment.targets()));
  }

  /**
   * What the CI job step needs to know about a line.
   *
   * @throws CountersignException {@code NOT_FOUND} if this configuration does not name it
   */
  public LineSettings requireSettings(ModelEnvironment line, Instant at) {
    return settings(line, at)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND, "\"%s\" is not in %s".formatted(line, PATH)));
  }

  /** All models in all their environments, in the order of the file. */
  public List<ModelEnvironment> lines() {
    return models.stream()
        .flatMap(
            model ->
                model.environments().stream()
                    .map(each -> new ModelEnvironment(model.name(), each.name())))
        .toList();
  }

  /** The bot's public keys that are valid at a time. */
  public List<String> botKeysAt(Instant time) {
    return botKeys.stream().filter(key -> key.validAt(time)).map(BotKey::publicKey).toList();
  }

  /**
   * Keys that are accepted for later versions and have no effect, or not all of it, in this one.
   */
  public List<String> notServed() {
    List<String> notServed = new ArrayList<>();
    for (ModelConfig model : models) {
      model.environments().stream()
          .filter(environment -> environment.promotesFrom().isPresent())
          .map(
              environment ->
                  ("promotesFrom of \"%s/%s\" is not served by this version: it takes no runs, and"
                          + " nothing advances to it; leave it out to propose runs there")
                      .formatted(model.name(), environment.name()))
          .forEach(notServed::add);
    }
    if (!pipelines.isEmpty()) {
      notServed.add(
          "pipelines is not served by this version: give the file to \"countersign run\"");
    }
    return List.copyOf(notServed);
  }

  private CountersignException unknownModel(ModelName name) {
    List<String> names = models.stream().map(each -> each.name().value()).toList();
    return new CountersignException(
        ErrorCode.CONFIGURATION_INVALID,
        "model \"%s\" is not in %s%s".formatted(name, PATH, Suggestion.of(name.value(), names)));
  }
}
