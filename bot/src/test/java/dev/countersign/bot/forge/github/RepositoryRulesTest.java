package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.inspection.BranchFacts;
import dev.countersign.bot.forge.inspection.BranchFacts.Protection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryRulesTest {
  private static final long RULESET = 7;

  @ParameterizedTest(name = "{0}, exists: {1}: push {2}, rewrite {3}")
  @CsvSource({
    "pull_request, true, false, true",
    "merge_queue, true, false, true",
    "required_status_checks, true, false, true",
    "update, true, false, true",
    "update, false, true, true",
    "creation, true, true, true",
    "creation, false, false, true",
    "non_fast_forward, true, true, false",
    "deletion, true, true, true",
    "required_signatures, true, true, true"
  })
  void judgesEachKindOfRule(String type, boolean exists, boolean push, boolean rewrite) {
    BranchFacts bound = facts(exists, false, type);
    BranchFacts free = facts(exists, true, type);

    assertThat(bound.protection()).isEqualTo(Protection.PROTECTED);
    assertThat(bound.push().isGranted()).isEqualTo(push);
    assertThat(bound.rewrite().isGranted()).isEqualTo(rewrite);
    assertThat(free.push().isGranted()).isTrue();
    assertThat(free.rewrite().isGranted()).isTrue();
  }

  @Test
  void readsAClassicProtection() {
    BranchFacts reviewed = classic("viewerCanPush", true, "requiredApprovingReviewCount", 2);
    BranchFacts closed = classic("viewerCanPush", false, "allowsForcePushes", false);
    BranchFacts open = classic("viewerCanPush", true, "allowsForcePushes", true);

    assertThat(reviewed.push().isDenied()).isTrue();
    assertThat(reviewed.approvals()).hasValue(2);
    assertThat(closed.push().isDenied()).isTrue();
    assertThat(closed.rewrite().isDenied()).isTrue();
    assertThat(open.push().isGranted()).isTrue();
    assertThat(open.protection()).isEqualTo(Protection.PROTECTED);
  }

  @Test
  void tellsNoRules_fromAPlanThatHasNone() {
    assertThat(facts(true, false).protection()).isEqualTo(Protection.UNPROTECTED);
    assertThat(
            new RepositoryRules(Optional.empty(), true, MissingNode.getInstance(), id -> false)
                .facts()
                .protection())
        .isEqualTo(Protection.NOT_OFFERED);
  }

  private static BranchFacts facts(boolean exists, boolean bypass, String... types) {
    List<JsonNode> rules =
        Arrays.stream(types)
            .<JsonNode>map(
                type -> Json.object().put("type", type).put("ruleset_id", RULESET).node())
            .toList();
    return new RepositoryRules(
            Optional.of(Json.array(rules, rule -> rule)),
            exists,
            MissingNode.getInstance(),
            id -> bypass && id == RULESET)
        .facts();
  }

  private static BranchFacts classic(String one, Object is, String other, Object isToo) {
    JsonNode rule = Json.object().put(one, is).put(other, isToo).node();
    return new RepositoryRules(
            Optional.of(Json.array(List.<JsonNode>of(), node -> node)), true, rule, id -> false)
        .facts();
  }
}
