package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log for diagnosis goes to people who ask for it, and to nobody else. */
class DiagnosticLogTest {
  private static final System.Logger LOG = System.getLogger("dev.countersign.somewhere.Below");

  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(
          Reader.nullReader(), new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of());

  @AfterEach
  void hide() {
    DiagnosticLog.hide();
  }

  @Test
  void isTheLogThatTheJdkFinds() {
    assertThat(System.LoggerFinder.getLoggerFinder()).isInstanceOf(DiagnosticLog.class);
  }

  @Test
  void showsWhatIsLogged_withItsStackTrace() {
    DiagnosticLog.showOn(console);
    LOG.log(Level.ERROR, "deploying failed", new IllegalStateException("a defect"));
    LOG.log(Level.DEBUG, "folder {0} stays", "scratch");

    assertThat(err.toString())
        .contains("error dev.countersign.somewhere.Below: deploying failed")
        .contains("IllegalStateException: a defect", "at dev.countersign.bot.cli.DiagnosticLogTest")
        .contains("debug dev.countersign.somewhere.Below: folder scratch stays");
  }

  @Test
  void showsNothing_whereNobodyAskedForIt() {
    LOG.log(Level.ERROR, "deploying failed", new IllegalStateException("a defect"));
    DiagnosticLog.showOn(console);
    DiagnosticLog.hide();
    LOG.log(Level.ERROR, "deploying failed");

    assertThat(err.toString()).isEmpty();
    assertThat(LOG.isLoggable(Level.ERROR)).isFalse();
  }

  @Test
  void keepsTheLogsOfLibrariesBack() {
    DiagnosticLog.showOn(console);
    System.getLogger("com.example.Sdk").log(Level.INFO, "Authorization: Bearer canary");

    assertThat(err.toString()).isEmpty();
  }
}
