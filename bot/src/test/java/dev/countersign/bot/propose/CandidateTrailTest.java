package dev.countersign.bot.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.review.EarlierCandidate;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.reference.ModelReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTrailTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ModelReference FIRST = ReviewInputs.better().candidate();
  private static final ModelReference SECOND = ReviewInputs.mixed().candidate();

  @Test
  void isKeptInABody() {
    CandidateTrail trail = CandidateTrail.of(FIRST).next(SECOND, NOON);

    String body = "### Metrics\n\nWords.\n" + trail.marker() + "\n";

    assertThat(CandidateTrail.in(body)).contains(trail);
    assertThat(trail.earlier())
        .singleElement()
        .isEqualTo(
            new EarlierCandidate(
                FIRST.version(), FIRST.artifact().digest(), Optional.of(Verdict.BETTER), NOON));
  }

  @Test
  @DisplayName("I5: the same candidate again leaves the trail, and so the body, as it is")
  void staysTheSame_forTheSameCandidate() {
    CandidateTrail trail = CandidateTrail.of(FIRST).next(SECOND, NOON);

    assertThat(trail.next(SECOND, NOON.plusSeconds(3600))).isEqualTo(trail);
  }

  @Test
  void keepsADozen_theNewestFirst() {
    CandidateTrail trail = CandidateTrail.of(FIRST);
    for (int i = 1; i <= 20; i++) {
      trail = trail.next(i % 2 == 0 ? FIRST : SECOND, NOON.plusSeconds(i));
    }

    assertThat(trail.earlier()).hasSize(12);
    assertThat(trail.earlier().get(0).supersededAt()).isEqualTo(NOON.plusSeconds(20));
    assertThat(trail.marker()).hasSizeLessThan(4_000);
  }

  @Test
  void tellsARollbackFromTheProposalOfTheSameArtifact() {
    ModelReference back = ReviewInputs.rollback().candidate();
    ModelReference proposed = ReviewInputs.first().candidate();
    assertThat(back.artifact().digest()).isEqualTo(proposed.artifact().digest());

    CandidateTrail trail = CandidateTrail.of(proposed).next(back, NOON);

    assertThat(trail.earlier()).hasSize(1);
    assertThat(trail.current().verdict()).isEmpty();
  }

  @DisplayName("Fault row 26: a marker that somebody wrote is read strictly, or not at all")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"candidate\":{\"version\":\"<b>\",\"artifact\":\"x\",\"at\":\"y\"},\"earlier\":[]}",
        "[1]",
        "nothing"
      })
  void readsNothingElse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(CandidateTrail.in("<!-- countersign:candidates:1 " + text + " -->")).isEmpty();
    assertThat(CandidateTrail.in("<!-- countersign:candidates:1 ! -->")).isEmpty();
    assertThat(CandidateTrail.in(json)).isEmpty();
  }

  @Test
  @DisplayName("Fault row 24: the marker is one line without any word of a run")
  void isOneLine() {
    List<String> lines = new ArrayList<>(CandidateTrail.of(FIRST).marker().lines().toList());

    assertThat(lines)
        .singleElement()
        .asString()
        .matches("<!-- countersign:candidates:1 [A-Za-z0-9_-]+ -->");
  }
}
