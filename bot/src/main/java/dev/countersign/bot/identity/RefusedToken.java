package dev.countersign.bot.identity;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;

/** Says why an identity token is refused; never repeats the token (invariant I13). */
public final class RefusedToken {
  private RefusedToken() {}

  /** {@code IDENTITY_REFUSED}. */
  public static CountersignException because(String why) {
    return new CountersignException(
        ErrorCode.IDENTITY_REFUSED, "the CI's identity token is refused: " + why);
  }
}
