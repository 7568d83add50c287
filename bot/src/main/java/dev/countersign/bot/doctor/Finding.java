package dev.countersign.bot.doctor;

/**
 * One line of the doctor's report.
 *
 * @param subject what was looked at, a few words
 * @param what what was found, with the value
 * @param fix one sentence on what to do; empty if there is nothing to do
 */
public record Finding(Level level, String subject, String what, String fix) {
  /** How bad it is. */
  public enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String subject, String what) {
    return new Finding(Level.OK, subject, what, "");
  }

  static Finding warn(String subject, String what, String fix) {
    return new Finding(Level.WARN, subject, what, fix);
  }

  static Finding fail(String subject, String what, String fix) {
    return new Finding(Level.FAIL, subject, what, fix);
  }
}
