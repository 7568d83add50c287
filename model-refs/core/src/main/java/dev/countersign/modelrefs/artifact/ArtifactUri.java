package dev.countersign.modelrefs.artifact;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The folder an artifact lies in, parsed once. Scheme {@code file}, {@code gs} or {@code s3}; no
 * user info, query, fragment, escape or dot segment; always ends with a slash.
 */
public record ArtifactUri(String value) {
  private static final Set<String> SCHEMES = Set.of("file", "gs", "s3");

  /**
   * @throws IllegalArgumentException naming the value and the rule
   */
  public ArtifactUri {
    URI uri = parse(value);
    if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
      throw refused(value, "must start with file://, gs:// or s3://");
    }
    if (uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getPort() != -1) {
      throw refused(value, "must not have user info, port, query or fragment");
    }
    if (value.indexOf('%') >= 0 || value.indexOf('\\') >= 0) {
      throw refused(value, "must not have escapes");
    }
    checkHostAndPath(value, uri);
  }

  private static void checkHostAndPath(String value, URI uri) {
    boolean local = uri.getScheme().equals("file");
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    if (local != authority.isEmpty()) {
      throw refused(value, local ? "must be file:/// and a path" : "must name a bucket");
    }
    String path = uri.getRawPath();
    if (path == null || !path.startsWith("/") || !path.endsWith("/")) {
      throw refused(value, "must be a folder and end with a slash");
    }
    String inner = path.length() == 1 ? "" : path.substring(1, path.length() - 1);
    for (String segment : inner.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..") || (segment.isEmpty() && path.length() > 1)) {
        throw refused(value, "must not have empty, \".\" or \"..\" segments");
      }
    }
    if (local && !value.startsWith("file:///")) {
      throw refused(value, "must be written file:/// and a path");
    }
  }

  private static URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw refused(value, "is not a URI: " + e.getReason());
    }
  }

  private static IllegalArgumentException refused(String value, String rule) {
    return new IllegalArgumentException("artifact URI \"" + value + "\" " + rule);
  }

  /** {@code file}, {@code gs} or {@code s3}. */
  public String scheme() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The bucket; empty for {@code file}. */
  public String bucket() {
    String authority = URI.create(value).getRawAuthority();
    return authority == null ? "" : authority;
  }

  /** The path from its first slash to its last. */
  public String path() {
    return URI.create(value).getRawPath();
  }

  /** Whether this folder is the other one or lies in it. */
  public boolean isWithin(ArtifactUri prefix) {
    return value.startsWith(prefix.value);
  }

  /** A folder inside this one. */
  public ArtifactUri resolve(ArtifactPath folder) {
    return new ArtifactUri(value + folder.value() + "/");
  }

  @Override
  public String toString() {
    return value;
  }
}
