package dev.countersign.bot.doctor;

import static java.util.stream.Collectors.joining;

import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission;
import dev.countersign.modelrefs.error.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges what a login may do, apart from the rules of single branches. */
final class RightsExamination {
  private static final String SUBJECT = "rights";

  private final ForgeFacts facts;
  private final Job job;

  RightsExamination(ForgeFacts facts, Job job) {
    this.facts = facts;
    this.job = job;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<ForgeRight> needed =
        Stream.concat(job.required().stream(), job.shown().stream())
            .filter(facts.rights()::containsKey)
            .toList();
    List<ForgeRight> granted =
        needed.stream().filter(right -> facts.right(right).isGranted()).toList();
    if (!granted.isEmpty()) {
      findings.add(Finding.ok(SUBJECT, "may " + words(granted)));
    }
    byAnswer(needed).forEach((answer, rights) -> findings.add(finding(answer, rights)));
    if (job == Job.PROPOSE && !facts.right(ForgeRight.PUSH).isDenied()) {
      pipelines(findings);
    }
    return findings;
  }

  /** What is refused for one reason is one finding, as it is mended at one place. */
  private Map<Permission, List<ForgeRight>> byAnswer(List<ForgeRight> needed) {
    Map<Permission, List<ForgeRight>> groups = new LinkedHashMap<>();
    for (ForgeRight right : needed) {
      Permission answer = facts.right(right);
      if (!answer.isGranted()) {
        groups.computeIfAbsent(answer, key -> new ArrayList<>()).add(right);
      }
    }
    return groups;
  }

  private Finding finding(Permission answer, List<ForgeRight> rights) {
    if (!answer.isDenied()) {
      return Finding.warn(
          SUBJECT,
          "whether it may %s cannot be told: %s".formatted(words(rights), answer.because()),
          answer.remedy());
    }
    String what = "may not %s: %s".formatted(words(rights), answer.because());
    boolean fatal = rights.stream().anyMatch(job.required()::contains);
    return fatal
        ? Finding.fail(ExitCode.ACCESS_DENIED, SUBJECT, what, answer.remedy())
        : Finding.warn(SUBJECT, what, answer.remedy());
  }

  private void pipelines(List<Finding> findings) {
    Permission start = facts.right(ForgeRight.PIPELINES);
    if (!facts.rights().containsKey(ForgeRight.PIPELINES)) {
      return;
    }
    findings.add(
        start.isGranted()
            ? Finding.ok("pipelines", "start on what this login pushes, where the CI file says so")
            : Finding.warn("pipelines", start.because(), start.remedy()));
  }

  private static String words(List<ForgeRight> rights) {
    return rights.stream().map(ForgeRight::words).collect(joining("; "));
  }
}
