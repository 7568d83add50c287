package dev.countersign.bot.transport;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.function.Supplier;

/** Takes answers of a remote for what it documents them to be. */
public final class AnswerForm {
  private AnswerForm() {}

  /**
   * What an answer says. Where a field is missing or has another form, its parser throws one thing
   * or another; all of it is the remote's failure, not the reader's.
   *
   * @param what what the answer should be, such as {@code a merge request}
   * @param reading builds the value; calls no remote
   * @throws CountersignException {@code REMOTE_UNAVAILABLE} if it is something else
   */
  public static <T> T of(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CountersignException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CountersignException(
          ErrorCode.REMOTE_UNAVAILABLE,
          "what the forge answered is not %s as it documents one (%s)".formatted(what, reason(e)),
          e);
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof NullPointerException || e.getMessage() == null
        ? "something is missing"
        : e.getMessage();
  }
}
