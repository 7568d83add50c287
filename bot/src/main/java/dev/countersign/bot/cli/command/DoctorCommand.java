package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Remedy;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.doctor.Job;
import dev.countersign.bot.wiring.Session;
import dev.countersign.bot.wiring.checkup.Checkup;
import dev.countersign.bot.wiring.checkup.FailureFindings;
import dev.countersign.modelrefs.error.CountersignException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: says what is wrong with a set-up before a job meets it. */
@Command(
    name = "doctor",
    description = {
      "Check the token, rights, branch rules, approvers, Git, configuration, store and chat;",
      "change nothing. Exit 0 if nothing failed, 4 if a right is missing or too much, else 2 or 7."
    })
public final class DoctorCommand extends BotCommand {
  @Option(
      names = "--job",
      paramLabel = "JOB",
      description =
          "Whose login is given: ${COMPLETION-CANDIDATES}; default: propose with a signing key,"
              + " else deploy.")
  private Optional<Job> job = Optional.empty();

  @Option(names = "--strict", description = "Exit 2 if something only warns.")
  private boolean strict;

  @Override
  protected Result execute() {
    Job examined = job.orElseGet(this::byWhatIsGiven);
    if (job.isEmpty()) {
      console()
          .tell(
              "  examines the login of the job %s, as %s signing key is given; --job names another"
                  .formatted(
                      examined.name().toLowerCase(Locale.ROOT),
                      examined == Job.PROPOSE ? "a" : "no"));
    }
    return new DoctorView(examined, findings(examined)).result(strict);
  }

  private List<Finding> findings(Job examined) {
    FailureFindings failures = new FailureFindings(failure -> Remedy.of(failure.code()).advice());
    try (Session session = open()) {
      return new Checkup(session, examined, console().environment(), failures).findings();
    } catch (CountersignException e) {
      return List.of(failures.of("options", e));
    }
  }

  private Job byWhatIsGiven() {
    boolean key = options().signingKey().isPresent() || options().signingKeyText().isPresent();
    return key ? Job.PROPOSE : Job.DEPLOY;
  }
}
