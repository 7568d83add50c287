package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.doctor.Job;
import dev.countersign.modelrefs.error.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows findings, one line each, and what helps below it. */
record DoctorView(Job job, List<Finding> findings) {
  Result result(boolean strict) {
    return new Result(exit(strict), data(), text());
  }

  /** A missing right counts most: it is mended first. What may pass by itself counts least. */
  private ExitCode exit(boolean strict) {
    List<ExitCode> failed =
        findings.stream()
            .filter(finding -> finding.level() == Finding.Level.FAIL)
            .map(Finding::exit)
            .toList();
    if (failed.isEmpty()) {
      boolean warned = findings.stream().anyMatch(each -> each.level() == Finding.Level.WARN);
      return strict && warned ? ExitCode.INVALID : ExitCode.DONE;
    }
    return Stream.of(ExitCode.ACCESS_DENIED, ExitCode.INVALID)
        .filter(failed::contains)
        .findFirst()
        .orElse(failed.get(0));
  }

  private ObjectNode data() {
    ObjectNode data = Result.object().put("job", word(job));
    ArrayNode all = data.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode one = all.addObject().put("level", word(finding.level()));
      one.put("subject", finding.subject()).put("what", finding.what());
      if (!finding.fix().isEmpty()) {
        one.put("fix", finding.fix());
      }
    }
    return data;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          "%-4s  %s: %s%n".formatted(word(finding.level()), finding.subject(), finding.what()));
      if (!finding.fix().isEmpty()) {
        text.append("      %s%n".formatted(finding.fix()));
      }
    }
    return text.append(summary()).toString();
  }

  private String summary() {
    long failed = count(Finding.Level.FAIL);
    long warned = count(Finding.Level.WARN);
    return failed + warned == 0
        ? "all is well"
        : "%d failed, %d to look at".formatted(failed, warned);
  }

  private long count(Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
