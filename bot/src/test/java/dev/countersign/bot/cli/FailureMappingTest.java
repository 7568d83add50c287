package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureMappingTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new UncheckedIOException(new NoSuchFileException("run-report.json")),
            ErrorCode.NOT_FOUND,
            "\"run-report.json\" does not exist"),
        Arguments.of(
            new NoSuchFileException("a.json"), ErrorCode.NOT_FOUND, "\"a.json\" does not exist"),
        Arguments.of(
            new UncheckedIOException(new AccessDeniedException("/srv/store")),
            ErrorCode.ENVIRONMENT_UNAVAILABLE,
            "\"/srv/store\" cannot be read or written: permission denied"),
        Arguments.of(
            new UncheckedIOException(
                new FileSystemException("/srv/store", null, "No space left on device")),
            ErrorCode.ENVIRONMENT_UNAVAILABLE,
            "\"/srv/store\": No space left on device"),
        Arguments.of(
            new UncheckedIOException(new IOException("broken pipe")),
            ErrorCode.ENVIRONMENT_UNAVAILABLE,
            "reading or writing failed: \"broken pipe\""),
        Arguments.of(
            new IllegalStateException("no element"),
            ErrorCode.BUG,
            "something happened that Countersign did not expect: \"no element\""),
        Arguments.of(
            new NullPointerException(),
            ErrorCode.BUG,
            "something happened that Countersign did not expect: no message"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhoseFaultItIs_andKeepsTheCause(Throwable failure, ErrorCode code, String message) {
    CountersignException mapped = FailureMapping.of(failure);

    assertThat(mapped.code()).isEqualTo(code);
    assertThat(mapped.explanation()).isEqualTo(message);
    assertThat(mapped).hasCause(failure);
  }

  @Test
  void leavesWhatHasACodeAsItIs() {
    CountersignException known = new CountersignException(ErrorCode.HELD, "held");

    assertThat(FailureMapping.of(known)).isSameAs(known);
  }
}
