package dev.countersign.bot.forge.inspection;

/**
 * Whether a login may do something.
 *
 * @param because why not, or why it cannot be told; empty if it may
 * @param remedy one sentence in the forge's words; empty if it may
 */
public record Permission(State state, String because, String remedy) {
  /** The answer. */
  public enum State {
    GRANTED,
    DENIED,
    /** The forge does not tell. */
    UNTOLD
  }

  public static Permission granted() {
    return new Permission(State.GRANTED, "", "");
  }

  public static Permission denied(String because, String remedy) {
    return new Permission(State.DENIED, because, remedy);
  }

  public static Permission untold(String because, String remedy) {
    return new Permission(State.UNTOLD, because, remedy);
  }

  public boolean isGranted() {
    return state == State.GRANTED;
  }

  public boolean isDenied() {
    return state == State.DENIED;
  }
}
