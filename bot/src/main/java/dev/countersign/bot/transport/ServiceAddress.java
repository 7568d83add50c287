package dev.countersign.bot.transport;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the address of a service must be like before a token, or trust, is given to it. */
public final class ServiceAddress {
  /** Dotted quads only: {@code 127.example.com} is somebody's host. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.[0-9]{1,3}){3}");

  private ServiceAddress() {}

  /** Whether nobody on the way can read or replace what is said: https, or http on this machine. */
  public static boolean isSecure(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return address.getHost() != null
        && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.matcher(host).matches()));
  }

  /** Whether an address names a host, and no login, query or fragment. */
  public static boolean isPlain(URI address) {
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /** The same address without a slash at its end. */
  public static URI withoutLastSlash(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
  }
}
