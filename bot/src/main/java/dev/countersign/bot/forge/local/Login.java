package dev.countersign.bot.forge.local;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that people may give themselves on the local forge. */
final class Login {
  private static final int MAX_LENGTH = 63;
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,62}");
  private static final String RULE =
      "\"%s\" is not a name for the local forge; use 1 to 63 letters, digits and . _ @ + -,"
          + " starting with a letter or a digit";

  private Login() {}

  /**
   * The identity of a name.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  static Identity identity(String login) {
    if (!FORM.matcher(login).matches()) {
      throw new IllegalArgumentException(RULE.formatted(login));
    }
    return new Identity(login, Optional.empty());
  }

  /**
   * Checks the identity that a person gave.
   *
   * @throws CountersignException {@code INPUT_INVALID}
   */
  static Identity check(Identity by) {
    try {
      return identity(by.login());
    } catch (IllegalArgumentException e) {
      throw new CountersignException(ErrorCode.INPUT_INVALID, String.valueOf(e.getMessage()), e);
    }
  }

  /** The identity behind a commit that somebody else made; characters out of form become dashes. */
  static Identity author(Person person) {
    String login =
        person.name().replaceAll("[^\\p{L}\\p{N}._@+-]", "-").replaceAll("^[^\\p{L}\\p{N}]+", "");
    int length = Math.min(MAX_LENGTH, login.codePointCount(0, login.length()));
    return identity(
        login.isEmpty() ? "unknown" : login.substring(0, login.offsetByCodePoints(0, length)));
  }

  /** As the author of a commit; the address is in a domain that never exists (RFC 2606). */
  static Person person(Identity by, Instant at) {
    return new Person(by.login(), by.login().replace('@', '.') + "@local.invalid", at);
  }
}
