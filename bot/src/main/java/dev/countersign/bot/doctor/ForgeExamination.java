package dev.countersign.bot.doctor;

import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.modelrefs.error.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what a forge says about a login and a project. */
public final class ForgeExamination {
  private static final Duration SOON = Duration.ofDays(14);

  /** Beyond this, tokens that are made here for minutes only are refused there. */
  private static final Duration TOO_FAR = Duration.ofMinutes(5);

  private static final Duration NOTICEABLE = Duration.ofMinutes(1);

  private final ForgeFacts facts;
  private final ForgeCase examined;

  public ForgeExamination(ForgeFacts facts, ForgeCase examined) {
    this.facts = facts;
    this.examined = examined;
  }

  /** Everything that there is to say, in the order in which it is mended. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("forge", facts.server().name()));
    facts.server().clockAhead().map(ForgeExamination::clock).ifPresent(findings::add);
    findings.add(login(facts.login(), examined.now()));
    findings.addAll(new RightsExamination(facts, examined.job()).findings());
    findings.addAll(new BranchExamination(facts, examined).findings());
    findings.addAll(new ApproverExamination(facts, examined).findings());
    return List.copyOf(findings);
  }

  /**
   * Judges this machine's clock.
   *
   * @param ahead of the server's, negative if behind
   */
  public static Finding clock(Duration ahead) {
    Duration off = ahead.abs();
    String what =
        "this machine's clock is %d s %s the server's"
            .formatted(off.toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    String fix = "set this machine's clock by NTP";
    if (off.compareTo(TOO_FAR) > 0) {
      return Finding.fail(ExitCode.UNAVAILABLE, "clock", what, fix);
    }
    return off.compareTo(NOTICEABLE) > 0
        ? Finding.warn("clock", what, fix)
        : Finding.ok("clock", "agrees with the server's");
  }

  private static Finding login(LoginFacts login, Instant now) {
    String who = login.kind() + login.name().map(name -> ", acting as " + name).orElse("");
    Optional<Instant> expires = login.expires();
    if (expires.isEmpty()) {
      return Finding.ok("token", who);
    }
    String what = "%s, expires %s".formatted(who, expires.get().toString().substring(0, 10));
    return expires.get().isBefore(now.plus(SOON))
        ? Finding.warn("token", what, "make a new one before that day, and replace the CI variable")
        : Finding.ok("token", what);
  }
}
