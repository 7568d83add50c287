package dev.countersign.bot.web;

import dev.countersign.ci.promotion.Identity;

/**
 * Where the page answers and who sits before it.
 *
 * @param host the address to listen on; use a loopback address, since nobody logs in
 * @param port 0 for any free one
 * @param acting in whose name decisions are made unless the person says otherwise
 */
public record WebSettings(String host, int port, Identity acting) {
  /** The port that the local forge uses unless told otherwise. */
  public static final int DEFAULT_PORT = 8484;

  /**
   * @throws IllegalArgumentException if the port is none
   */
  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("\"" + port + "\" is not a port; 0 to 65535 is");
    }
  }

  /** On this machine only. */
  public static WebSettings loopback(int port, Identity acting) {
    return new WebSettings("127.0.0.1", port, acting);
  }
}
