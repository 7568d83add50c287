package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.nonBlank;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;

import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.Suggestion;
import dev.countersign.modelrefs.value.WireName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads who is told of what; every event where none is named. */
final class NotifyReader {
  private NotifyReader() {}

  static Decoder<List<NotifyRule>> rules() {
    return list(object(NotifyReader::rule));
  }

  private static NotifyRule rule(ObjectReader in) {
    Supplier<String> channel = in.required("channel", nonBlank());
    Supplier<List<NoticeKind>> events =
        in.withDefault(
            "events",
            list(oneOf(NoticeKind.class, WireName::hyphenated)),
            List.copyOf(EnumSet.allOf(NoticeKind.class)));
    in.end();
    if (events.get().isEmpty()) {
      in.problem("\"events\" names none; leave the key out for all of them");
    }
    return in.build(() -> new NotifyRule(channel.get(), Set.copyOf(events.get())));
  }

  /** Notes every channel that an environment names and the configuration does not have. */
  static void checkChannels(
      ObjectReader in, Collection<String> channels, Collection<ModelConfig> models) {
    for (ModelConfig model : models) {
      for (EnvironmentConfig environment : model.environments()) {
        environment.notifications().stream()
            .map(NotifyRule::channel)
            .filter(channel -> !channels.contains(channel))
            .forEach(
                channel ->
                    in.problem(
                        "\"%s/%s\" notifies the channel \"%s\", which is not in \"chat\"%s"
                            .formatted(
                                model.name(),
                                environment.name(),
                                channel,
                                Suggestion.of(channel, channels))));
      }
    }
  }
}
