package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelChangesTest {
  @Test
  void replacesTheBotsOwn_andKeepsThoseOfPeople() {
    LabelChanges changes =
        LabelChanges.between(
            List.of("verdict: better", "environment: production", "urgent", "team: risk"),
            List.of("verdict: mixed", "environment: production", "model-promotion"));

    assertThat(changes.added()).containsExactly("verdict: mixed", "model-promotion");
    assertThat(changes.removed()).containsExactly("verdict: better");
  }

  @Test
  void changesNothing_whereAllThatIsWantedIsThere() {
    assertThat(LabelChanges.between(List.of("urgent", "verdict: mixed"), List.of("verdict: mixed")))
        .matches(LabelChanges::isNone);
  }
}
