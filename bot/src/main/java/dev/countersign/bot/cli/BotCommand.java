package dev.countersign.bot.cli;

import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.SessionOptions;
import dev.countersign.modelrefs.error.CountersignException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: it makes a {@link Result}, and this class shows it. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
public abstract class BotCommand implements Callable<Integer> {
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Does the work; failures are thrown and shown by {@link CommandLineApp}. */
  protected abstract Result execute();

  /** Whether the command works on a repository; if not, its help leaves out how to reach one. */
  protected boolean usesRepository() {
    return true;
  }

  /** The options that all commands share. */
  protected final GlobalOptions options() {
    return options;
  }

  /** The process's channels. */
  protected final Console console() {
    return ((CommandLineApp) spec.root().userObject()).console();
  }

  /** Tells people of a failure that does not end the command: with what helps. */
  protected final void tellOf(CountersignException failure) {
    console().tell(ErrorPage.text(failure, spec.qualifiedName()));
  }

  /** Opens what the command works on; close it. An address is repeated only if it was accepted. */
  protected final Session open() {
    Session session =
        Session.open(
            new SessionOptions(
                options.repository(),
                options.branch(),
                options.actor(),
                options.forge(console()),
                options.signingKey(),
                options.signingKeyText()));
    options
        .repository()
        .filter(GlobalOptions::isUrl)
        .ifPresent(place -> console().tell("  works on a clone of " + place));
    return session;
  }

  @Override
  public final Integer call() {
    if (!options.debug()) {
      return show(execute());
    }
    DiagnosticLog.showOn(console());
    try {
      return show(execute());
    } finally {
      DiagnosticLog.hide();
    }
  }

  private int show(Result result) {
    print(result);
    return result.exit().number();
  }

  /** Prints what came out, for a command that goes on afterwards. */
  protected final void print(Result result) {
    if (options.output() == OutputFormat.JSON) {
      console().out().println(Result.printed(result.data()));
    } else if (!result.text().isEmpty()) {
      console().print(result.text());
    }
    console().out().flush();
  }
}
