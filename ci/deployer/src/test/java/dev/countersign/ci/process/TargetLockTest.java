package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetLockTest {
  @TempDir Path folder;

  @Test
  void refusesASecondHolder_andServesTheNext() {
    Path file = folder.resolve("deploy.lock");

    String first =
        TargetLock.holding(
            file,
            Duration.ZERO,
            () -> {
              assertThatThrownBy(
                      () -> TargetLock.holding(file, Duration.ofSeconds(0), () -> "second"))
                  .isInstanceOf(CountersignException.class)
                  .hasMessage("another deployment holds \"%s\" for more than 0 s".formatted(file));
              return "first";
            });

    assertThat(first).isEqualTo("first");
    assertThat(TargetLock.holding(file, Duration.ZERO, () -> Optional.of("third")))
        .hasValue("third");
  }
}
