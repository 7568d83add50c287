package dev.countersign.bot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLockTest {
  @TempDir private Path temp;

  @Test
  void keepsASecondDemoAway_untilTheFirstHasEnded() {
    Path folder = temp.resolve("demo");
    try (DemoLock first = DemoLock.on(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DemoLock.on(folder))
          .isInstanceOf(CountersignException.class)
          .hasMessageContaining("a demo runs in", "--dir");
      assertThatCode(() -> DemoLock.on(temp.resolve("other")).close()).doesNotThrowAnyException();
    }
    assertThatCode(() -> DemoLock.on(folder).close()).doesNotThrowAnyException();
    assertThat(Files.exists(folder)).isFalse();
  }

  @Test
  void leavesItToOthers_toSayThatTheFolderCannotBeWritten() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "no folder");

    assertThatCode(() -> DemoLock.on(file.resolve("demo")).close()).doesNotThrowAnyException();
  }
}
