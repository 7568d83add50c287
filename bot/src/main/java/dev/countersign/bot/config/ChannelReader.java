package dev.countersign.bot.config;

import static dev.countersign.modelrefs.json.Decoders.integer;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.nonBlank;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;

import dev.countersign.bot.config.ChannelConfig.MailServer;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.value.WireName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads one channel under {@code chat}: {@code kind} and the keys of that kind. */
final class ChannelReader {
  private static final Decoder<SecretReference> SECRET = parsed(SecretReference::parse);
  private static final Pattern SLACK_CHANNEL = Pattern.compile("[CGD][A-Z0-9]{2,30}");
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

  private ChannelReader() {}

  static Decoder<ChannelConfig> channel() {
    return object(ChannelReader::read);
  }

  private enum Kind {
    SLACK,
    TEAMS,
    GOOGLE_CHAT,
    MATTERMOST,
    WEBHOOK,
    EMAIL
  }

  /** Without a known kind the other keys cannot be judged. */
  private static ChannelConfig read(ObjectReader in) {
    Kind kind = in.required("kind", oneOf(Kind.class, WireName::hyphenated)).get();
    return switch (kind) {
      case SLACK -> slack(in);
      case TEAMS -> teams(in);
      case GOOGLE_CHAT -> url(in, ChannelConfig.GoogleChat::new);
      case MATTERMOST -> url(in, ChannelConfig.Mattermost::new);
      case WEBHOOK -> webhook(in);
      case EMAIL -> email(in);
    };
  }

  private static ChannelConfig slack(ObjectReader in) {
    Supplier<Optional<SecretReference>> url = in.optional("url", SECRET);
    Supplier<Optional<SecretReference>> token = in.optional("token", SECRET);
    Supplier<Optional<String>> channel =
        in.optional(
            "channel", parsed(text -> of(SLACK_CHANNEL, text, "the id of a Slack channel")));
    in.end();
    if (url.get().isPresent() == token.get().isPresent()
        || token.get().isPresent() != channel.get().isPresent()) {
      in.problem("a channel of kind \"slack\" needs \"url\", or \"token\" and \"channel\"");
      in.end();
    }
    return url.get()
        .<ChannelConfig>map(ChannelConfig.SlackWebhook::new)
        .orElseGet(
            () ->
                new ChannelConfig.SlackBot(token.get().orElseThrow(), channel.get().orElseThrow()));
  }

  private static ChannelConfig teams(ObjectReader in) {
    Supplier<SecretReference> url = in.required("url", SECRET);
    Supplier<ChannelConfig.Teams.Envelope> envelope =
        in.withDefault(
            "envelope",
            oneOf(ChannelConfig.Teams.Envelope.class, WireName::hyphenated),
            ChannelConfig.Teams.Envelope.MESSAGE);
    return in.build(() -> new ChannelConfig.Teams(url.get(), envelope.get()));
  }

  private static ChannelConfig url(
      ObjectReader in, java.util.function.Function<SecretReference, ChannelConfig> channel) {
    Supplier<SecretReference> url = in.required("url", SECRET);
    return in.build(() -> channel.apply(url.get()));
  }

  private static ChannelConfig webhook(ObjectReader in) {
    Supplier<SecretReference> url = in.required("url", SECRET);
    Supplier<SecretReference> secret = in.required("secret", SECRET);
    return in.build(() -> new ChannelConfig.Webhook(url.get(), secret.get()));
  }

  private static ChannelConfig email(ObjectReader in) {
    Supplier<MailServer> server = in.required("server", object(ChannelReader::server));
    Supplier<String> from = in.required("from", parsed(ChannelReader::address));
    Supplier<List<String>> to = in.required("to", list(parsed(ChannelReader::address)));
    in.end();
    if (to.get().isEmpty()) {
      in.problem("\"to\" names nobody");
    }
    return in.build(() -> new ChannelConfig.Email(server.get(), from.get(), to.get()));
  }

  private static MailServer server(ObjectReader in) {
    Supplier<String> host =
        in.required("host", parsed(text -> of(HOST, text, "the name of a host")));
    Supplier<Long> port = in.withDefault("port", integer(1, 65_535), 587L);
    Supplier<MailServer.Encryption> encryption =
        in.withDefault(
            "encryption",
            oneOf(MailServer.Encryption.class, WireName::hyphenated),
            MailServer.Encryption.STARTTLS);
    Supplier<Optional<String>> user = in.optional("user", nonBlank());
    Supplier<Optional<SecretReference>> password = in.optional("password", SECRET);
    in.end();
    if (user.get().isPresent() != password.get().isPresent()) {
      in.problem("\"user\" and \"password\" belong together");
    }
    return in.build(
        () ->
            new MailServer(
                host.get(),
                port.get().intValue(),
                encryption.get(),
                user.get()
                    .flatMap(
                        name -> password.get().map(word -> new MailServer.Login(name, word)))));
  }

  private static String address(String text) {
    return of(MAIL_ADDRESS, text, "a mail address");
  }

  private static String of(Pattern form, String text, String what) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + what);
    }
    return text;
  }
}
