package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes that the class-data archive is made of; those that are gone start no faster. */
class ClassListTest {
  @Test
  void namesOurClassesAsTheyAre() throws IOException {
    List<String> ours =
        Files.readAllLines(Path.of("src/main/warmup/classes.lst")).stream()
            .filter(name -> name.startsWith("dev/countersign/"))
            .toList();
    List<String> gone = ours.stream().filter(name -> !exists(name)).toList();

    assertThat(ours).hasSizeGreaterThan(500);
    assertThat(gone)
        .as("list them anew with -XX:DumpLoadedClassList, without lambdas; see CONTRIBUTING.md")
        .hasSizeLessThan(ours.size() / 10);
  }

  private static boolean exists(String name) {
    return ClassListTest.class.getClassLoader().getResource(name + ".class") != null;
  }
}
