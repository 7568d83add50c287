package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.instant;
import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.map;
import static dev.countersign.modelrefs.json.Decoders.nonBlank;
import static dev.countersign.modelrefs.json.Decoders.number;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.parsed;
import static dev.countersign.modelrefs.json.Decoders.text;

import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads {@code countersign.yaml}; every problem is reported at once, unknown keys included. */
public final class ConfigReader {
  private static final Pattern PUBLIC_KEY = Pattern.compile("ssh-ed25519 [A-Za-z0-9+/]{40,}={0,2}");

  private ConfigReader() {}

  /**
   * Reads a configuration.
   *
   * @param what how to name it in errors, for example {@code countersign.yaml at 1a2b3c}
   * @throws CountersignException {@code CONFIGURATION_INVALID} with every problem and its path
   */
  public static BotConfig read(byte[] yaml, String what) {
    return JsonValue.decode(
        StrictYaml.read(yaml, what),
        UnknownKeys.REFUSED,
        ErrorCode.CONFIGURATION_INVALID,
        what,
        object(ConfigReader::config));
  }

  private static BotConfig config(ObjectReader in) {
    in.optional("$schema", text());
    in.required("version", integer(1, 1));
    Supplier<Map<String, ArtifactUri>> stores =
        in.required("stores", map(parsed(ConfigReader::store)));
    Supplier<List<BotKey>> keys =
        in.withDefault("signing", object(ConfigReader::signing), List.of());
    Supplier<StatisticsConfig> statistics =
        in.withDefault("statistics", object(ConfigReader::statistics), StatisticsConfig.DEFAULT);
    Supplier<Map<String, Function<ModelName, ModelConfig>>> models =
        in.required("models", map(object(ConfigReader::model)));
    Supplier<Map<String, String>> pipelines =
        in.withDefault("pipelines", map(nonBlank()), Map.of());
    Supplier<Map<String, ChannelConfig>> chat =
        in.withDefault("chat", map(ChannelReader.channel()), Map.of());
    in.end();
    List<ModelConfig> named = name(in, models.get(), ModelName::new);
    NotifyReader.checkChannels(in, chat.get().keySet(), named);
    for (ModelConfig model : named) {
      if (!stores.get().containsKey(model.store())) {
        in.problem(
            "model \"%s\" names the store \"%s\", which is not in \"stores\""
                .formatted(model.name(), model.store()));
      }
    }
    in.end();
    return new BotConfig(
        stores.get(), keys.get(), statistics.get(), named, pipelines.get(), chat.get());
  }

  private static ArtifactUri store(String text) {
    ArtifactUri root = new ArtifactUri(text);
    if (!root.scheme().equals("file")) {
      throw new IllegalArgumentException(
          "\"%s\" is in a kind of store that this version does not serve; file:///FOLDER/ is"
              .formatted(text));
    }
    return root;
  }

  private static List<BotKey> signing(ObjectReader in) {
    Supplier<List<BotKey>> bot = in.required("bot", list(object(ConfigReader::key)));
    in.end();
    return bot.get();
  }

  private static BotKey key(ObjectReader in) {
    Supplier<String> publicKey = in.required("publicKey", parsed(ConfigReader::publicKey));
    Supplier<Optional<Instant>> from = in.optional("from", instant());
    Supplier<Optional<Instant>> until = in.optional("until", instant());
    in.end();
    return new BotKey(publicKey.get(), from.get(), until.get());
  }

  private static String publicKey(String text) {
    String[] words = text.strip().split("\\s+", -1);
    String key = words.length < 2 ? text : words[0] + " " + words[1];
    if (!PUBLIC_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an ssh-ed25519 public key in OpenSSH form");
    }
    return key;
  }

  private static StatisticsConfig statistics(ObjectReader in) {
    StatisticsConfig fallback = StatisticsConfig.DEFAULT;
    Supplier<Long> resamples =
        in.withDefault("resamples", integer(200, 100_000), (long) fallback.resamples());
    Supplier<Long> seed = in.withDefault("seed", integer(0, 1L << 53), fallback.seed());
    Supplier<Double> confidence = in.withDefault("confidence", number(), fallback.confidence());
    in.end();
    if (confidence.get() < 0.5 || confidence.get() >= 1) {
      in.problem("\"confidence\" must lie from 0.5 to below 1, is " + confidence.get());
    }
    in.end();
    return new StatisticsConfig(resamples.get().intValue(), seed.get(), confidence.get());
  }

  private static Function<ModelName, ModelConfig> model(ObjectReader in) {
    Supplier<String> store = in.withDefault("store", nonBlank(), "default");
    Supplier<Optional<BundlePlace>> bundles = in.optional("bundles", object(ConfigReader::bundles));
    Supplier<Map<String, Function<EnvironmentName, EnvironmentConfig>>> environments =
        in.required("environments", map(EnvironmentReader.environment()));
    in.end();
    List<EnvironmentConfig> named = name(in, environments.get(), EnvironmentName::new);
    for (EnvironmentConfig environment : named) {
      environment
          .promotesFrom()
          .filter(from -> named.stream().noneMatch(each -> each.name().equals(from)))
          .ifPresent(
              from ->
                  in.problem(
                      "\"%s\" promotes from \"%s\", which is not an environment of the model"
                          .formatted(environment.name(), from)));
    }
    in.end();
    return name -> new ModelConfig(name, store.get(), bundles.get(), named);
  }

  private static BundlePlace bundles(ObjectReader in) {
    Supplier<String> folder = in.required("folder", nonBlank());
    Supplier<Duration> failedAfter =
        in.withDefault("failedAfter", parsed(Age::parse), BundlePlace.SILENCE);
    in.end();
    return new BundlePlace(folder.get(), failedAfter.get());
  }

  /** Gives each value of a map its key as a name; a key that is no name is a problem. */
  private static <N, T> List<T> name(
      ObjectReader in, Map<String, Function<N, T>> values, Function<String, N> type) {
    List<T> named = new ArrayList<>();
    BiFunction<String, Function<N, T>, Optional<T>> make =
        (key, value) -> {
          try {
            return Optional.of(value.apply(type.apply(key)));
          } catch (IllegalArgumentException e) {
            in.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        };
    values.forEach((key, value) -> make.apply(key, value).ifPresent(named::add));
    return named;
  }
}
