package dev.countersign.bot.doctor;

import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.PersonFacts;
import dev.countersign.modelrefs.error.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether the approvers that are configured can approve. */
final class ApproverExamination {
  private final ForgeFacts facts;
  private final ForgeCase examined;

  ApproverExamination(ForgeFacts facts, ForgeCase examined) {
    this.facts = facts;
    this.examined = examined;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<String> able = new LinkedHashSet<>();
    for (String login : logins()) {
      Optional<Finding> problem = problem(login);
      problem.ifPresent(findings::add);
      if (problem.isEmpty() && facts.people().containsKey(login)) {
        able.add(login);
      }
    }
    if (!able.isEmpty()) {
      findings.add(
          Finding.ok("approvers", "exist and may write: \"" + String.join("\", \"", able) + "\""));
    }
    return findings;
  }

  private Set<String> logins() {
    Set<String> logins = new LinkedHashSet<>();
    examined.config().stream()
        .flatMap(config -> config.models().stream())
        .map(ModelConfig::environments)
        .flatMap(List::stream)
        .map(EnvironmentConfig::approvers)
        .forEach(logins::addAll);
    return logins;
  }

  private Optional<Finding> problem(String login) {
    String subject = "approver " + login;
    if (facts.login().name().filter(login::equalsIgnoreCase).isPresent()) {
      return Optional.of(
          fail(
              subject,
              "is whom the bot acts as, and the bot's own approval never counts",
              "give the bot a login of its own"));
    }
    return switch (facts.people().getOrDefault(login, PersonFacts.WRITER)) {
      case WRITER -> Optional.empty();
      case UNTOLD ->
          Optional.of(
              Finding.warn(
                  subject,
                  "whether they may write cannot be told with this login",
                  "make sure that \"%s\" may write in the project".formatted(login)));
      case READER ->
          Optional.of(
              fail(
                  subject,
                  "may not write in the project, so their approval does not count",
                  "let \"%s\" write in the project, or nominate somebody else in countersign.yaml"
                      .formatted(login)));
      case UNKNOWN ->
          Optional.of(
              fail(
                  subject,
                  "the forge knows nobody of that name",
                  "mend the login under approvers in countersign.yaml"));
    };
  }

  private static Finding fail(String subject, String what, String fix) {
    return Finding.fail(ExitCode.INVALID, subject, what, fix);
  }
}
