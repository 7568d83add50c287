package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.command.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The page of invariants and faults names tests that there are, and leaves nothing out. */
class InvariantsPageTest {
  /** The faults that happen on a forge, and so on each. */
  private static final List<Integer> ON_EACH_FORGE =
      List.of(15, 24, 25, 26, 44, 45, 46, 47, 48, 49, 50, 51, 52, 54, 55, 56, 57, 58, 59, 60);

  /** The faults that a test says it covers, as {@code Fault rows 46, 48 to 51}. */
  private static final Pattern COVERED =
      Pattern.compile("(?i)\"[^\"]*fault rows? (\\d+(?:(?:, | and | to )\\d+)*)");

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:#(\\w+))?`");

  /** The cells of each row, by the row's name. */
  private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

  /** The text of each test class, by its simple name. */
  private static Map<String, String> tests = Map.of();

  @BeforeAll
  static void readPageAndTests() throws IOException {
    for (String line : Files.readAllLines(Path.of("docs", "invariants-and-faults.md"))) {
      if (line.matches("\\| (I?\\d+|`[a-z]+`) \\|.*")) {
        String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
        ROWS.put(cells[0].replace("`", ""), List.of(cells).subList(1, cells.length));
      }
    }
    try (Stream<Path> tree = Files.walk(Path.of(".."))) {
      tests =
          tree.filter(path -> path.toString().contains("/src/test/java/"))
              .filter(path -> path.toString().endsWith(".java"))
              .collect(
                  Collectors.toMap(
                      path -> path.getFileName().toString().replace(".java", ""),
                      InvariantsPageTest::text,
                      String::concat));
    }
  }

  @Test
  void everyTestNamedIsThere() {
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (List<String> cells : ROWS.values()) {
      Matcher named = NAMED.matcher(String.join(" ", cells));
      while (named.find()) {
        found++;
        String source = tests.getOrDefault(named.group(1), "");
        boolean there =
            named.group(2) == null
                ? !source.isEmpty()
                : source.matches("(?s).*\\bvoid " + named.group(2) + "\\(.*");
        if (!there) {
          missing.add(named.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(ROWS.size());
  }

  @Test
  void everyInvariantHasATest() {
    assertThat(IntStream.rangeClosed(1, 14).mapToObj(number -> "I" + number))
        .allSatisfy(name -> assertThat(named(name, 1)).as(name).isNotEmpty());
  }

  @Test
  void everyFaultThatATestCoversHasItsRow() {
    Set<String> faults =
        tests.values().stream()
            .flatMap(source -> COVERED.matcher(source).results())
            .flatMap(covered -> Pattern.compile("\\d+").matcher(covered.group(1)).results())
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    assertThat(faults).hasSizeGreaterThan(40);
    assertThat(faults)
        .allSatisfy(fault -> assertThat(named(fault, 1)).as("fault %s", fault).isNotEmpty());
  }

  @Test
  void everyFaultOfAForgeIsTestedOnEach() {
    assertThat(ON_EACH_FORGE)
        .allSatisfy(
            fault -> {
              List<String> named = named(fault.toString(), 1);
              boolean both =
                  named.stream()
                      .anyMatch(test -> test.matches("`(Hosted|ForgeContract|MergesContract).*"));
              assertThat(both || named.stream().anyMatch(test -> test.startsWith("`GitLab")))
                  .as("fault %s on GitLab", fault)
                  .isTrue();
              assertThat(both || named.stream().anyMatch(test -> test.startsWith("`GitHub")))
                  .as("fault %s on GitHub", fault)
                  .isTrue();
            });
  }

  @Test
  void everyCommandHasAGoodCallAndABadOne() {
    assertThat(Commands.all())
        .extracting(command -> command.getClass().getAnnotation(Command.class).name())
        .allSatisfy(
            command -> {
              assertThat(named(command, 0)).as("a good call of %s", command).isNotEmpty();
              assertThat(named(command, 1)).as("a bad call of %s", command).isNotEmpty();
            });
  }

  private static List<String> named(String row, int cell) {
    assertThat(ROWS).containsKey(row);
    return NAMED.matcher(ROWS.get(row).get(cell)).results().map(found -> found.group()).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
