package dev.countersign.bot.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
  @Test
  void isTheValue_whereItCanBeRead() {
    assertThat(AnswerForm.of("a number", () -> 7)).isEqualTo(7);
  }

  @Test
  void isTheRemotesFailure_whereAFieldHasAnotherForm() {
    assertThatThrownBy(() -> AnswerForm.of("a review", () -> new CommitId("unknown")))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("what the forge answered is not a review as it documents one")
        .hasMessageContaining("\"unknown\"")
        .extracting(error -> ((CountersignException) error).code())
        .isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
  }

  @Test
  void saysThatSomethingIsMissing_whereNothingIsThere() {
    assertThatThrownBy(
            () ->
                AnswerForm.of(
                    "a note",
                    () -> {
                      throw new NullPointerException();
                    }))
        .hasMessageContaining("(something is missing)");
  }

  @Test
  void passesOnWhatIsSaidAlready() {
    CountersignException said = new CountersignException(ErrorCode.ACCESS_DENIED, "no");

    assertThatThrownBy(
            () ->
                AnswerForm.of(
                    "a note",
                    () -> {
                      throw said;
                    }))
        .isSameAs(said);
  }
}
