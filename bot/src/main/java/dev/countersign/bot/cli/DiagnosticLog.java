package dev.countersign.bot.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The log for diagnosis: what Countersign's own classes write by {@link System.Logger}. It is shown
 * on the error channel of the commands that were called with {@code --debug}, else nowhere; what
 * people must know they are told. The JDK finds this class as a service.
 */
public final class DiagnosticLog extends System.LoggerFinder {
  private static final String OURS = "dev.countersign";

  private static volatile Optional<Console> shown = Optional.empty();

  /** Shows the log from now on, until {@link #hide}; one command of the process at a time. */
  static void showOn(Console console) {
    shown = Optional.of(console);
  }

  static void hide() {
    shown = Optional.empty();
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new Channel(name);
  }

  /** Libraries have logs of their own, in which a token may stand; they are not shown. */
  private record Channel(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return name.startsWith(OURS) && shown.isPresent();
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      write(level, String.valueOf(message), Optional.ofNullable(thrown));
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        Object @Nullable ... parameters) {
      String pattern = String.valueOf(format);
      boolean filled = parameters != null && parameters.length > 0;
      write(level, filled ? MessageFormat.format(pattern, parameters) : pattern, Optional.empty());
    }

    private void write(Level level, String message, Optional<Throwable> thrown) {
      if (isLoggable(level)) {
        shown.ifPresent(console -> show(console, level, message, thrown));
      }
    }

    private void show(Console console, Level level, String message, Optional<Throwable> thrown) {
      console.tell("%s %s: %s".formatted(level.getName().toLowerCase(Locale.ROOT), name, message));
      thrown.ifPresent(failure -> failure.printStackTrace(console.err()));
      console.err().flush();
    }
  }
}
