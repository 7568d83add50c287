package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.TargetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on this target says what the code does. */
class ProcessDocumentationTest {
  private static final Path PAGE = Path.of("../docs/process-target.md");

  private final String page = read();

  @Test
  void listsEveryPlaceholder() {
    assertThat(firstColumn("\\{([A-Za-z]+)}")).isEqualTo(new TreeSet<>(ArgvTemplate.PLACEHOLDERS));
  }

  @Test
  void listsEverySetting() {
    assertThat(firstColumn("([A-Za-z]+)")).isEqualTo(new TreeSet<>(ProcessSettings.KEYS));
  }

  @Test
  void namesTheDefaults() {
    ProcessSettings defaults =
        ProcessSettings.of(
            new TargetSpec(
                "t", "process", List.of("a", "{port}"), Map.of("port", "1", "stateDir", "s")));

    assertThat(page)
        .contains("| `host` | `" + defaults.host() + "`")
        .contains("| `readyTimeout` | `" + defaults.readyTimeout().toSeconds() + "s`")
        .contains("| `drain` | `" + defaults.drain().toSeconds() + "s`");
  }

  /** The names in code marks at the start of the page's table rows. */
  private Set<String> firstColumn(String name) {
    return page.lines()
        .filter(line -> line.matches("\\| `" + name + "`.*"))
        .flatMap(
            line -> Pattern.compile("`" + name + "`").matcher(line.split("\\|", -1)[1]).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
