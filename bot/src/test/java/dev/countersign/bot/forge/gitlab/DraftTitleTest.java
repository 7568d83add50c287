package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTitleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Draft: Promote 1.0.0",
        "draft:Promote 1.0.0",
        "[Draft] Promote 1.0.0",
        "(draft) Promote 1.0.0",
        "Draft: Draft: Promote 1.0.0",
        "[draft] DRAFT: Promote 1.0.0"
      })
  void takesOffEveryMarkThatGitLabReads(String title) {
    assertThat(DraftTitle.parse(title)).isEqualTo(new DraftTitle("Promote 1.0.0", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Promote 1.0.0", "Drafting: a title", "Promote Draft: 1", "WIP: x", ""})
  void leavesOtherTitlesAlone(String title) {
    assertThat(DraftTitle.parse(title)).isEqualTo(new DraftTitle(title, false));
  }

  @Test
  void whatIsSentReadsBackTheSame() {
    for (boolean draft : new boolean[] {true, false}) {
      DraftTitle title = new DraftTitle("Promote diamonds-price to 1.1.0", draft);
      assertThat(DraftTitle.parse(title.toSend())).isEqualTo(title);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "Draft: of a run", "[draft] x", " led by a space"})
  @DisplayName("Fault row 30: a title that GitLab would read as more than a title is refused")
  void refusesATitleThatGitLabWouldChange(String title) {
    assertThatThrownBy(() -> new DraftTitle(title, false).toSend())
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("\"" + title + "\" is not a title");
  }

  @Test
  void refusesATitleThatIsTooLong() {
    new DraftTitle("x".repeat(248), true).toSend();

    assertThatThrownBy(() -> new DraftTitle("x".repeat(249), true).toSend())
        .isInstanceOf(CountersignException.class);
  }
}
