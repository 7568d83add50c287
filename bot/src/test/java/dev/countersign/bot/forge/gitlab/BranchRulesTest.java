package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import dev.countersign.bot.forge.inspection.Permission;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchRulesTest {
  private static final int DEVELOPER = 30;
  private static final long ME = 7;

  @ParameterizedTest(name = "{0} at {1} against {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "main               | 40 | {access_level: 40}                       | GRANTED",
        "main               | 30 | {access_level: 40}                       | DENIED",
        "main               | 50 | {access_level: 0}                        | DENIED",
        "ma*                | 40 | {access_level: 40}                       | GRANTED",
        "*                  | 30 | {access_level: 30}                       | GRANTED",
        "main               | 30 | {access_level: 40, user_id: 7}           | GRANTED",
        "main               | 40 | {access_level: 40, user_id: 8}           | DENIED",
        "main               | 40 | {access_level: 40, group_id: 8}          | UNTOLD",
        "main               | 40 | {access_level: 40, deploy_key_id: 8}     | DENIED",
        "other              | 30 | {access_level: 40}                       | GRANTED",
        "mai                | 10 | {access_level: 40}                       | DENIED",
      })
  void judgesWhoMayPush_toABranchThatIsNotThereYet(
      String pattern, int role, String level, Permission.State expected) {
    JsonNode rules = json("[{name: '%s', push_access_levels: [%s]}]".formatted(pattern, level));

    BranchFacts facts = rules(rules, role).of("main", Optional.empty());

    assertThat(facts.push().state()).isEqualTo(expected);
    assertThat(facts.push().remedy().isEmpty()).isEqualTo(expected == Permission.State.GRANTED);
  }

  @Test
  void theMildestOfSeveralRulesCounts() {
    JsonNode rules =
        json(
            "[{name: main, push_access_levels: [{access_level: 0}]},"
                + " {name: 'm*', push_access_levels: [{access_level: 30}]}]");

    assertThat(rules(rules, DEVELOPER).of("main", Optional.empty()).push().isGranted()).isTrue();
  }

  @Test
  void whatGitLabSaysOfABranchThatExistsCounts() {
    JsonNode rules = json("[{name: main, push_access_levels: [{access_level: 30}]}]");

    BranchFacts facts =
        rules(rules, DEVELOPER).of("main", Optional.of(json("{protected: true, can_push: false}")));

    assertThat(facts.protection()).isEqualTo(Protection.PROTECTED);
    assertThat(facts.push().isDenied()).isTrue();
  }

  @Test
  void saysThatNothingIsTold_whereTheRulesAreNotShown() {
    BranchFacts facts =
        new BranchRules(Optional.empty(), Optional.empty(), new BranchRules.Pusher(DEVELOPER, ME))
            .of("main", Optional.empty());

    assertThat(facts.protection()).isEqualTo(Protection.UNTOLD);
    assertThat(facts.push().state()).isEqualTo(Permission.State.UNTOLD);
  }

  @Test
  void theStrictestApprovalRuleThatAppliesCounts() {
    JsonNode approvals =
        json(
            "[{approvals_required: 1, protected_branches: []},"
                + " {approvals_required: 2, protected_branches: [{name: 'ma*'}]},"
                + " {approvals_required: 3, protected_branches: [{name: other}]}]");

    BranchRules rules =
        new BranchRules(
            Optional.empty(), Optional.of(approvals), new BranchRules.Pusher(DEVELOPER, ME));

    assertThat(rules.of("main", Optional.empty()).approvals()).hasValue(2);
    assertThat(rules(json("[]"), DEVELOPER).of("main", Optional.empty()).approvals()).hasValue(0);
  }

  private static BranchRules rules(JsonNode rules, int role) {
    return new BranchRules(Optional.of(rules), Optional.empty(), new BranchRules.Pusher(role, ME));
  }

  /** JSON with fewer quotes. */
  private static JsonNode json(String text) {
    return Json.parse(
        text.replace('\'', '"')
            .replaceAll("([{ ])(\\w+):", "$1\"$2\":")
            .replaceAll(": (main|other)", ": \"$1\""));
  }
}
