package dev.countersign.modelrefs.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/** Where a repository is. */
public sealed interface RemoteLocation {
  /** A bare repository in a folder of this machine; it is opened in place. */
  record Local(Path folder) implements RemoteLocation {
    public Local {
      folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return folder.toString();
    }
  }

  /**
   * A bare repository in a folder of this machine that is treated as another machine's: it is
   * fetched into a clone of its own, read there, and pushed to.
   */
  record Cloned(Path folder) implements RemoteLocation {
    public Cloned {
      folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return "file://" + folder;
    }
  }

  /**
   * A repository on a Git server, reached by HTTP.
   *
   * @param authorities whose certificates are trusted; empty: those that the JDK trusts
   */
  record Server(
      URI uri, Optional<HttpCredentials> credentials, Optional<X509TrustManager> authorities)
      implements RemoteLocation {
    public Server {
      Objects.requireNonNull(uri.getHost(), "host");
      refuseLogin(uri.getRawAuthority(), uri.getRawAuthority().contains("@"));
    }

    /** A server with a certificate that the JDK trusts. */
    public Server(URI uri, Optional<HttpCredentials> credentials) {
      this(uri, credentials, Optional.empty());
    }

    /** The same server, its certificate judged by others. */
    public Server trusting(X509TrustManager judge) {
      return new Server(uri, credentials, Optional.of(judge));
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /** A bare repository in a folder. */
  static RemoteLocation of(Path folder) {
    return new Local(folder);
  }

  /**
   * Parses a path, a {@code file:} URL or an {@code http(s)} URL. As Git has it, a path is opened
   * in place and a {@code file:} URL is cloned.
   *
   * @throws IllegalArgumentException if it is none of these, or if it carries a password: secrets
   *     are given separately
   */
  static RemoteLocation parse(String text, Optional<HttpCredentials> credentials) {
    if (!text.contains("://")) {
      refuseLogin(text, carriesLogin(text));
      return of(Path.of(text));
    }
    URI uri = uri(text);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String authority = String.valueOf(uri.getRawAuthority());
    refuseLogin(authority, authority.contains("@"));
    return switch (scheme) {
      case "file" -> new Cloned(Path.of(uri));
      case "http", "https" -> server(uri, credentials);
      default ->
          throw new IllegalArgumentException(
              "\""
                  + scheme
                  + ":\" is not how a repository is reached; "
                  + "give a folder, or a file:, http: or https: URL");
    };
  }

  private static RemoteLocation server(URI uri, Optional<HttpCredentials> credentials) {
    if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "\"%s://%s%s\" is not a repository URL; it needs a host and no query"
              .formatted(
                  uri.getScheme(),
                  String.valueOf(uri.getRawAuthority()),
                  String.valueOf(uri.getRawPath())));
    }
    return new Server(uri, credentials);
  }

  /** {@code login:password@…} where a folder is expected; a folder's own name may have an at. */
  private static boolean carriesLogin(String text) {
    return text.matches("(?s)(?![A-Za-z]:[/\\\\])[^/\\\\]*:.*@.*");
  }

  /** What stands before an at sign may be a password, so no message repeats it (I13). */
  private static void refuseLogin(String text, boolean carriesLogin) {
    if (carriesLogin) {
      throw new IllegalArgumentException(
          "the repository on \"%s\" is named with a login; give it separately"
              .formatted(text.substring(text.lastIndexOf('@') + 1)));
    }
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a repository URL is malformed: " + e.getReason(), e);
    }
  }
}
