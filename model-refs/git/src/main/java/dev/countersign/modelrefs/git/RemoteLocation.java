package dev.countersign.modelrefs.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

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

  /** A repository on a Git server, reached by HTTP. */
  record Server(URI uri, Optional<HttpCredentials> credentials) implements RemoteLocation {
    public Server {
      Objects.requireNonNull(uri.getHost(), "host");
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
      return of(Path.of(text));
    }
    URI uri = uri(text);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "a repository URL on \"" + uri.getHost() + "\" carries a login; give it separately");
    }
    return switch (scheme) {
      case "file" -> new Cloned(Path.of(uri));
      case "http", "https" -> server(uri, credentials);
      default ->
          throw new IllegalArgumentException(
              "\"" + text + "\" is not a repository; a folder, file:, http: or https: URL is");
    };
  }

  private static RemoteLocation server(URI uri, Optional<HttpCredentials> credentials) {
    if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "\"" + uri + "\" is not a repository URL; it needs a host and no query");
    }
    return new Server(uri, credentials);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a repository URL is malformed: " + e.getReason(), e);
    }
  }
}
