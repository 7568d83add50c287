package dev.countersign.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.doctor.Finding.Level;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import dev.countersign.bot.forge.inspection.ForgeFacts;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.LoginFacts;
import dev.countersign.bot.forge.inspection.Permission;
import dev.countersign.bot.forge.inspection.PersonFacts;
import dev.countersign.bot.forge.inspection.ServerFacts;
import dev.countersign.modelrefs.error.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForgeExaminationTest {
  private static final Instant NOW = Instant.parse("2026-05-03T12:00:00Z");
  private static final String LOG = "countersign/deployments";
  private static final Permission YES = Permission.granted();
  private static final Permission NO = Permission.denied("a reason", "a remedy");
  private static final Permission WHO_KNOWS = Permission.untold("a silence", "a look");

  private final Map<ForgeRight, Permission> rights = new EnumMap<>(ForgeRight.class);
  private final Map<String, BranchFacts> branches = new TreeMap<>();
  private Optional<Instant> expires = Optional.empty();
  private Duration ahead = Duration.ZERO;

  ForgeExaminationTest() {
    for (ForgeRight right : ForgeRight.values()) {
      rights.put(right, YES);
    }
    branches.put("main", branch(Protection.PROTECTED, NO));
    branches.put(LOG, branch(Protection.PROTECTED, NO));
    branches.put("countersign/outcomes", branch(Protection.UNPROTECTED, YES));
  }

  @ParameterizedTest
  @CsvSource({
    "0, OK",
    "60, OK",
    "-60, OK",
    "61, WARN",
    "-61, WARN",
    "300, WARN",
    "301, FAIL",
    "-301, FAIL"
  })
  void judgesTheClock(long seconds, Level expected) {
    ahead = Duration.ofSeconds(seconds);

    assertThat(only(Job.PROPOSE, "clock").level()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"13, WARN", "15, OK"})
  void warnsTwoWeeksBeforeATokenExpires(int days, Level expected) {
    expires = Optional.of(NOW.plus(Duration.ofDays(days)));

    assertThat(only(Job.PROPOSE, "token").level()).isEqualTo(expected);
    assertThat(only(Job.PROPOSE, "token").what()).contains("expires 2026-05-1");
  }

  @Test
  void saysOnce_whatIsRefusedForOneReason() {
    rights.put(ForgeRight.PUSH, NO);
    rights.put(ForgeRight.MERGE_REQUESTS, NO);

    Finding refused = bad(Job.PROPOSE).get(0);

    assertThat(bad(Job.PROPOSE)).hasSize(1);
    assertThat(refused.level()).isEqualTo(Level.FAIL);
    assertThat(refused.exit()).isEqualTo(ExitCode.ACCESS_DENIED);
    assertThat(refused.what())
        .isEqualTo("may not push branches; open and update merge requests: a reason");
    assertThat(refused.fix()).isEqualTo("a remedy");
  }

  @Test
  void onlyWarns_whereARightIsForShow() {
    rights.put(ForgeRight.STATUSES, NO);
    rights.put(ForgeRight.DEPLOYMENTS, NO);
    rights.put(ForgeRight.MERGE_REQUESTS, NO);
    branches.put(LOG, branch(Protection.PROTECTED, YES));

    assertThat(bad(Job.DEPLOY)).extracting(Finding::level).containsExactly(Level.WARN);
    assertThat(bad(Job.DEPLOY).get(0).what()).contains("set commit statuses; record deployments");
  }

  @Test
  void warns_whereTheForgeIsSilent() {
    rights.put(ForgeRight.MERGE_REQUESTS, WHO_KNOWS);
    rights.put(ForgeRight.PIPELINES, WHO_KNOWS);
    branches.put("main", branch(Protection.UNTOLD, WHO_KNOWS));
    branches.put(LOG, branch(Protection.UNTOLD, WHO_KNOWS));

    assertThat(bad(Job.PROPOSE))
        .allMatch(finding -> finding.level() == Level.WARN && !finding.fix().isEmpty())
        .extracting(Finding::subject)
        .containsExactly("rights", "pipelines", "branch main", "branch " + LOG);
  }

  @ParameterizedTest
  @CsvSource({
    "PROTECTED, DENIED, OK",
    "PROTECTED, GRANTED, FAIL",
    "UNPROTECTED, GRANTED, FAIL",
    "UNPROTECTED, DENIED, FAIL",
    "NOT_OFFERED, GRANTED, WARN"
  })
  void letsNobodyPushToTheProtectedBranch(
      Protection protection, Permission.State push, Level expected) {
    branches.put("main", branch(protection, push == Permission.State.DENIED ? NO : YES));

    assertThat(only(Job.PROPOSE, "branch main").level()).isEqualTo(expected);
    assertThat(only(Job.DEPLOY, "branch main").level()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSE, PROTECTED, DENIED, OK",
    "PROPOSE, PROTECTED, GRANTED, FAIL",
    "PROPOSE, UNPROTECTED, GRANTED, FAIL",
    "PROPOSE, NOT_OFFERED, GRANTED, WARN",
    "DEPLOY, PROTECTED, GRANTED, OK",
    "DEPLOY, PROTECTED, DENIED, FAIL",
    "DEPLOY, UNPROTECTED, GRANTED, WARN"
  })
  void letsOnlyTheDeployerWriteTheLog(
      Job job, Protection protection, Permission.State push, Level expected) {
    branches.put(LOG, branch(protection, push == Permission.State.DENIED ? NO : YES));

    assertThat(only(job, "branch " + LOG).level()).isEqualTo(expected);
  }

  @Test
  void doesNotRepeatABranchsRefusal_whereNothingMayBePushed() {
    rights.put(ForgeRight.PUSH, NO);

    assertThat(bad(Job.DEPLOY)).extracting(Finding::subject).containsExactly("rights");
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void saysNothingOfWhatAForgeDoesNotHave(Job job) {
    rights.clear();
    branches.clear();

    assertThat(findings(job))
        .extracting(Finding::subject)
        .containsExactly("forge", "clock", "token");
  }

  @Test
  void aFindingThatIsNotWellNeedsAFix_andOneThatIsHasNone() {
    assertThatThrownBy(() -> Finding.warn("subject", "what", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Finding.ok("subject", "what").fix()).isEmpty();
  }

  private List<Finding> findings(Job job) {
    ForgeFacts facts =
        new ForgeFacts(
            new ServerFacts("a forge", "its settings", Optional.of(ahead)),
            new LoginFacts("a token", Optional.of("bot"), expires),
            rights,
            branches,
            Map.<String, PersonFacts>of());
    return new ForgeExamination(facts, new ForgeCase(job, "main", Optional.empty(), NOW))
        .findings();
  }

  private List<Finding> bad(Job job) {
    return findings(job).stream().filter(finding -> finding.level() != Level.OK).toList();
  }

  private Finding only(Job job, String subject) {
    List<Finding> found =
        findings(job).stream().filter(finding -> finding.subject().equals(subject)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static BranchFacts branch(Protection protection, Permission push) {
    return new BranchFacts(protection, push, YES, OptionalInt.of(0));
  }
}
