package dev.countersign.bot.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A target that may be linked to, in a form that fits Markdown and HTML attributes as it is.
 *
 * @param encoded ASCII, without white space, quotes, brackets, backslash or control character
 */
public record LinkTarget(String encoded) {
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._~:/?#@!$&*+,;=%-]{1,2000}");
  private static final Pattern RELATIVE =
      Pattern.compile("(?!//)[A-Za-z0-9._~/%-]{1,1000}(#[A-Za-z0-9._-]{1,100})?");
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?(/[A-Za-z0-9._~/?=%-]{0,1000})?");
  private static final Pattern PNG = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/]+=*");

  /**
   * @throws IllegalArgumentException if it would not fit into Markdown and HTML as it is
   */
  public LinkTarget {
    if (!FIT.matcher(encoded).matches() && !PNG.matcher(encoded).matches()) {
      throw new IllegalArgumentException("\"" + PlainText.of(encoded) + "\" is not a link target");
    }
  }

  /** An absolute {@code https} address, if it is one; without user info. Its host is not judged. */
  public static Optional<LinkTarget> https(String address) {
    if (!FIT.matcher(address).matches()) {
      return Optional.empty();
    }
    return parsed(address)
        .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null)
        .filter(uri -> uri.getRawUserInfo() == null && !address.contains("@"))
        .map(uri -> new LinkTarget(address));
  }

  /**
   * A target that the forge itself or the page's own server named: an {@code https} address, a path
   * on the same host, or an {@code http} address of this machine, where forges are tried out.
   */
  public static Optional<LinkTarget> own(String address) {
    if (RELATIVE.matcher(address).matches() && !address.contains("..")) {
      return Optional.of(new LinkTarget(address));
    }
    return LOOPBACK.matcher(address).matches()
        ? Optional.of(new LinkTarget(address))
        : https(address);
  }

  /** A place on the same page, by its element's id. */
  public static LinkTarget anchor(String id) {
    return new LinkTarget("#" + id);
  }

  /** A PNG picture inside the page itself; for self-contained HTML. */
  public static LinkTarget png(byte[] picture) {
    return new LinkTarget(
        "data:image/png;base64," + java.util.Base64.getEncoder().encodeToString(picture));
  }

  /** Whether it holds the picture itself; no forge shows such a picture in Markdown. */
  public boolean isEmbedded() {
    return encoded.startsWith("data:");
  }

  /** The host in lower case; empty for a path. */
  String host() {
    return parsed(encoded).map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT)).orElse("");
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
