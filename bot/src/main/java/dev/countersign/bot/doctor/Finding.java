package dev.countersign.bot.doctor;

import dev.countersign.modelrefs.error.ExitCode;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at, for example {@code branch main}
 * @param what how it is, in one line
 * @param fix what helps, one sentence; empty if all is well
 * @param exit how a command ends that meets a failure like this; done unless the level is fail
 */
public record Finding(Level level, String subject, String what, String fix, ExitCode exit) {
  /** How bad it is. */
  public enum Level {
    OK,
    /** It works, but not as it should, or it could not be found out. */
    WARN,
    /** A job will fail, or a rule of the project can be got round. */
    FAIL
  }

  public Finding {
    if ((level == Level.OK) != fix.isEmpty()) {
      throw new IllegalArgumentException("only what is not well needs a fix: " + what);
    }
  }

  public static Finding ok(String subject, String what) {
    return new Finding(Level.OK, subject, what, "", ExitCode.DONE);
  }

  public static Finding warn(String subject, String what, String fix) {
    return new Finding(Level.WARN, subject, what, fix, ExitCode.DONE);
  }

  public static Finding fail(ExitCode exit, String subject, String what, String fix) {
    return new Finding(Level.FAIL, subject, what, fix, exit);
  }
}
