package dev.countersign.ci.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.git.log.HoldReleased;
import dev.countersign.modelrefs.git.log.HoldSet;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldRulesTest {
  private static final Instant AT = Instant.parse("2026-05-03T14:00:00Z");
  private static final List<String> APPROVERS = List.of("carol", "Dave");

  private final HoldSet early = new HoldSet(2, "mallory", "wait", AT);
  private final HoldSet late = new HoldSet(5, "carol", "audit", AT);

  @Test
  void isInForce_untilAnApproverReleasesIt() {
    assertThat(HoldRules.inForce(List.of(), APPROVERS)).isEmpty();
    assertThat(HoldRules.inForce(List.of(early), APPROVERS)).contains(early);
    assertThat(HoldRules.inForce(List.of(early, released("dave")), APPROVERS)).isEmpty();
  }

  @Test
  void staysInForce_whenNoApproverReleasedIt() {
    assertThat(HoldRules.inForce(List.of(early, released("mallory")), APPROVERS)).contains(early);
    assertThat(HoldRules.inForce(List.of(early, released("carol")), List.of())).contains(early);
  }

  @Test
  void theLastOneCounts() {
    assertThat(HoldRules.inForce(List.of(early, late), APPROVERS)).contains(late);
    assertThat(HoldRules.inForce(List.of(early, released("carol"), late), APPROVERS))
        .contains(late);
  }

  @Test
  void stopsItsSequenceAndAllAfter_butNoRollbackOfWhatItStops() {
    assertThat(HoldRules.stops(early, Releases.reference(1))).isFalse();
    assertThat(HoldRules.stops(early, Releases.reference(2))).isTrue();
    assertThat(HoldRules.stops(early, Releases.reference(3))).isTrue();
    assertThat(HoldRules.stops(early, ReferenceFixtures.rollback())).isFalse();
  }

  @Test
  void stopsARollbackOfWhatWasBeforeIt() {
    HoldSet afterwards = new HoldSet(3, "carol", "audit", AT);

    assertThat(ReferenceFixtures.rollback().rollbackOf().orElseThrow().sequence()).isEqualTo(2);
    assertThat(HoldRules.stops(afterwards, ReferenceFixtures.rollback())).isTrue();
  }

  private static HoldReleased released(String by) {
    return new HoldReleased(by, "go on", AT);
  }
}
