package dev.countersign.modelrefs.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void exitsWithTheNumbersOfTheCommandLinesContract() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 130);
    assertThat(ErrorCode.DIGEST_MISMATCH.exit()).isEqualTo(ExitCode.VERIFICATION_FAILED);
    assertThat(ErrorCode.BUG.exit().number()).isEqualTo(1);
  }

  @Test
  void printsCodesTheSameWay_inEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(ErrorCode.INPUT_INVALID.label()).isEqualTo("input-invalid");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void carriesEveryProblem() {
    List<Problem> problems =
        List.of(new Problem("$.a", "is missing"), new Problem("$.b", "is odd"));

    CountersignException failure =
        new CountersignException(ErrorCode.INPUT_INVALID, "\"x\" is not valid", problems);

    assertThat(failure.problems()).isEqualTo(problems);
    assertThat(failure.problems().get(0)).hasToString("$.a: is missing");
    assertThat(failure.explanation()).isEqualTo("\"x\" is not valid");
  }

  @Test
  void saysInWordsWhyAFileOperationFailed() {
    assertThat(IoReason.of(new NoSuchFileException("/x"))).isEqualTo("\"/x\" does not exist");
    assertThat(IoReason.of(new AccessDeniedException("/x")))
        .isEqualTo("\"/x\" may not be accessed");
    assertThat(
            IoReason.of(
                new UncheckedIOException(
                    new FileSystemException("/x", null, "No space left on device"))))
        .isEqualTo("\"/x\" No space left on device");
    assertThat(IoReason.of(new IOException("Stream closed"))).isEqualTo("Stream closed");
  }
}
