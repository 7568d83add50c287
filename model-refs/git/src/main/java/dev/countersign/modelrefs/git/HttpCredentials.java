package dev.countersign.modelrefs.git;

import java.util.Objects;

/** A login and a token for a Git server. Never printed (invariant I13). */
public final class HttpCredentials {
  private final String login;
  private final String token;

  /**
   * @param login what the server wants beside a token, for example {@code oauth2}
   */
  public HttpCredentials(String login, String token) {
    this.login = Objects.requireNonNull(login);
    this.token = Objects.requireNonNull(token);
  }

  /** The login. */
  public String login() {
    return login;
  }

  /** The secret; for the transport only. */
  public String token() {
    return token;
  }

  @Override
  public String toString() {
    return login + ":***";
  }
}
