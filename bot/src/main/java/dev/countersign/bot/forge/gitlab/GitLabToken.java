package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.transport.Secret;
import org.gitlab4j.models.Constants.TokenType;

/**
 * A credential and how GitLab wants it sent.
 *
 * @param kind decides about the header
 */
public record GitLabToken(Kind kind, Secret secret) {
  /** What sort of token it is. */
  public enum Kind {
    /** A personal, project or group access token; sent as {@code PRIVATE-TOKEN}. */
    ACCESS("access token (PRIVATE-TOKEN)", TokenType.PRIVATE),
    /** An OAuth 2.0 token; sent as {@code Authorization: Bearer}. */
    OAUTH("OAuth token (Authorization: Bearer)", TokenType.OAUTH2_ACCESS),
    /** {@code CI_JOB_TOKEN}; sent as {@code JOB-TOKEN}. */
    JOB("CI job token (JOB-TOKEN)", TokenType.JOB_TOKEN);

    private final String label;
    private final TokenType sdk;

    Kind(String label, TokenType sdk) {
      this.label = label;
      this.sdk = sdk;
    }

    /** For people. */
    public String label() {
      return label;
    }

    TokenType sdk() {
      return sdk;
    }
  }
}
