package dev.countersign.bot.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.chat.Delivery;
import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.RemoteCaller;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A channel's address, and how JSON gets there. */
public final class ChatEndpoint {
  private final Secret address;
  private final URI uri;
  private final TransportSettings settings;
  private final HttpExchange exchange;
  private final RemoteCaller caller;

  private ChatEndpoint(Secret address, URI uri, TransportSettings settings) {
    this.address = address;
    this.uri = uri;
    this.settings = settings;
    this.exchange = new HttpExchange(settings, uri, Optional.empty());
    this.caller = new RemoteCaller(settings, Pacing.system(), RemoteFailure::behind);
  }

  /**
   * The endpoint of an address.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if it is not one of https, or of
   *     this machine; the address is not repeated
   */
  public static ChatEndpoint of(Secret address, TransportSettings settings) {
    return new ChatEndpoint(address, WebhookAddress.parse(address), settings);
  }

  /** The same channel's address with a parameter more. */
  public ChatEndpoint with(String parameter, String value) {
    String sign = uri.getRawQuery() == null ? "?" : "&";
    return of(new Secret(address.reveal() + sign + parameter + "=" + value), settings);
  }

  /**
   * Posts JSON. A refusal that says that nothing was done (a limit, no connection) is tried again
   * while the time lasts; an answer that was lost is not.
   */
  public Delivery post(byte[] json, Map<String, String> headers) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("Content-Type", List.of("application/json; charset=UTF-8"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    HttpCall call = new HttpCall("POST", uri, all, json);
    try {
      return caller.mutate(
          "telling the chat",
          () -> Optional.of(new Delivery.Failed(host() + " gave no answer; it may have arrived")),
          () -> deliver(call));
    } catch (CountersignException e) {
      return new Delivery.Failed(
          RemoteFailure.behind(e).map(this::words).orElse(host() + " could not be reached"));
    }
  }

  private Delivery deliver(HttpCall call) throws IOException {
    exchange.send(call).orFailure();
    return new Delivery.Sent(Optional.empty());
  }

  private String words(RemoteFailure failure) {
    return VendorWords.of(host(), failure, List.of(address));
  }

  private String host() {
    return uri.getHost();
  }

  /** The JSON of a tree as it goes over the wire. */
  public static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
