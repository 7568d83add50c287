package dev.countersign.bot.identity.oidc;

import dev.countersign.bot.transport.HttpCall;
import dev.countersign.bot.transport.HttpExchange;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.RemoteCaller;
import dev.countersign.bot.transport.RemoteFailure;
import dev.countersign.bot.transport.TransportSettings;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Reads an issuer's documents over HTTP, from one origin each. Thread-safe. */
public final class HttpIssuerDocuments implements IssuerDocuments {
  private final TransportSettings settings;
  private final Optional<SSLContext> trust;
  private final RemoteCaller caller;

  /**
   * @param trust own authorities; empty for the JDK's
   */
  public HttpIssuerDocuments(
      TransportSettings settings, Pacing pacing, Optional<SSLContext> trust) {
    this.settings = settings;
    this.trust = trust;
    this.caller = new RemoteCaller(settings, pacing, RemoteFailure::behind);
  }

  /** With the settings that serve every forge. */
  public static HttpIssuerDocuments standard(Optional<SSLContext> trust) {
    return new HttpIssuerDocuments(TransportSettings.defaults(), Pacing.system(), trust);
  }

  @Override
  public String read(URI address, Optional<String> bearer) {
    HttpExchange exchange = new HttpExchange(settings, address, trust);
    HttpCall plain = HttpCall.get(address);
    HttpCall call =
        bearer.map(secret -> plain.with("Authorization", "Bearer " + secret)).orElse(plain);
    return caller.read(
        "reading about the CI's identity token", () -> exchange.send(call).orFailure().text());
  }
}
