package dev.countersign.bot.transport;

import java.net.URI;
import java.util.Locale;

/**
 * What was called: never with query, fragment or user, where secrets could stand.
 *
 * @param host with the port where it is not the scheme's own
 */
public record RemoteEndpoint(String method, String host, String path) {
  /** The endpoint of a request. */
  public static RemoteEndpoint of(String method, URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new RemoteEndpoint(
        method, host + port, uri.getRawPath() == null ? "" : uri.getRawPath());
  }

  /** For example {@code GET api.github.com/repos/acme/models}. */
  @Override
  public String toString() {
    return method + " " + host + path;
  }
}
