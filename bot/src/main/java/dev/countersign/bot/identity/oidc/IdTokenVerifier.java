package dev.countersign.bot.identity.oidc;

import dev.countersign.bot.identity.RefusedToken;
import dev.countersign.bot.identity.TokenClaims;
import dev.countersign.bot.identity.TokenIssuer;
import dev.countersign.modelrefs.error.CountersignException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies identity tokens against the keys of an issuer that was chosen beforehand. */
final class IdTokenVerifier {
  /** What tokens for Countersign must be issued for. */
  static final String AUDIENCE = "countersign";

  private static final int CLOCK_SKEW_SECONDS = 60;

  private final IssuerDocuments documents;
  private final Clock clock;

  IdTokenVerifier(IssuerDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * What a token says.
   *
   * @throws CountersignException {@code IDENTITY_REFUSED} if it does not hold; the exception keeps
   *     nothing of the token
   */
  TokenClaims verify(String token, TokenIssuer issuer) {
    JwtConsumerBuilder rules =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys(issuer)))
            .setExpectedIssuer(issuer.name())
            .setExpectedAudience(AUDIENCE)
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, Integer.MAX_VALUE)
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    try {
      return claims(rules.build().processToClaims(token));
    } catch (InvalidJwtException e) {
      throw RefusedToken.because(reason(e, issuer));
    }
  }

  private List<JsonWebKey> keys(TokenIssuer issuer) {
    String text = documents.read(issuer.keys(), Optional.empty());
    try {
      return new JsonWebKeySet(text).getJsonWebKeys();
    } catch (JoseException | RuntimeException e) {
      // The library casts what it has not checked.
      throw RefusedToken.because("\"" + issuer.keys() + "\" holds no key set");
    }
  }

  private static TokenClaims claims(JwtClaims claims) {
    Map<String, String> values = new HashMap<>();
    claims
        .getClaimsMap()
        .forEach(
            (name, value) -> {
              if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                values.put(name, value.toString());
              }
            });
    return new TokenClaims(values);
  }

  /** In words of our own: the library's message repeats the token. */
  private static String reason(InvalidJwtException e, TokenIssuer issuer) {
    if (e.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "it has expired";
    }
    if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
      return "it was not issued by \"" + issuer.name() + "\"";
    }
    if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return "it was not issued for the audience \"" + AUDIENCE + "\"";
    }
    return "no key of \"%s\" verifies it, or it is malformed".formatted(issuer.name());
  }
}
