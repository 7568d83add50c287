package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.command.Commands;
import dev.countersign.pipeline.yaml.StrictYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The tutorials say what there is: their commands, and the files that {@code init} writes. */
class TutorialsTest {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- ([a-z]+): ([a-z-]+) -->\n```([a-z]+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path temp;

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String forge : List.of("gitlab", "github")) {
      for (Block block : blocks(forge)) {
        if (block.kind().equals("step")) {
          block.text().lines().forEach(commands::add);
        }
      }
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOfATutorialParses(String command) {
    assertThat(command).startsWith("$ countersign ");

    List<String> words = words(command);

    CommandLine.ParseResult parsed =
        line().parseArgs(words.subList(2, words.size()).toArray(String[]::new));
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(words.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitlab", "github"})
  void showsTheCiFilesThatInitWrites(String forge) throws IOException {
    Path project = Files.createDirectories(temp.resolve("project"));
    List<String> init = new ArrayList<>(words(block(forge, "step", "init").strip()));
    init.set(init.indexOf("../bot-key"), temp.resolve("bot-key").toString());
    init.addAll(List.of("--dir", project.toString()));

    assertThat(run(init.subList(2, init.size()))).isZero();

    String files = ciFiles(project);
    assertThat(shown(forge)).isEqualTo(files);
    for (String name : List.of("propose", "deploy")) {
      for (String command : block(forge, "step", name).lines().toList()) {
        String inCi =
            command
                .replace("$ countersign", "countersign")
                .replace("1001", forge.equals("gitlab") ? "$CI_PIPELINE_ID" : "$GITHUB_RUN_ID");
        assertThat(files).contains(inCi);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitlab", "github"})
  void showsATrainingWhoseCiFileIsYaml_andCallsWhatInitWrote(String forge) throws IOException {
    String ci = block(forge, "ci", forge);

    StrictYaml.read(ci.getBytes(StandardCharsets.UTF_8), "the training's CI file");
    Path project = Files.createDirectories(temp.resolve("project"));
    List<String> init = new ArrayList<>(words(block(forge, "step", "init").strip()));
    init.set(init.indexOf("../bot-key"), temp.resolve("bot-key").toString());
    init.addAll(List.of("--dir", project.toString()));
    StringWriter out = new StringWriter();
    run(init.subList(2, init.size()), out);
    String toAdd = out.toString();
    toAdd
        .substring(toAdd.indexOf("add to your CI file:"))
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .forEach(added -> assertThat(ci).contains(added.strip()));
  }

  /** What the tutorial shows of the files that {@code init} writes, in its order. */
  private static String shown(String forge) throws IOException {
    return blocks(forge).stream()
        .filter(block -> block.kind().equals("init"))
        .map(Block::text)
        .collect(Collectors.joining());
  }

  /** The CI files in a folder: the proposing one, then the deploying one. */
  private static String ciFiles(Path project) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name :
        List.of(
            "ci/countersign.gitlab-ci.yml",
            ".github/workflows/countersign-propose.yml",
            ".github/workflows/countersign-deploy.yml")) {
      if (Files.exists(project.resolve(name))) {
        text.append(Files.readString(project.resolve(name)));
      }
    }
    return text.toString();
  }

  private static String block(String forge, String kind, String name) throws IOException {
    return blocks(forge).stream()
        .filter(block -> block.kind().equals(kind) && block.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " " + name))
        .text();
  }

  private static List<Block> blocks(String forge) throws IOException {
    Matcher found = BLOCK.matcher(Files.readString(Path.of("docs", "tutorial-" + forge + ".md")));
    List<Block> blocks = new ArrayList<>();
    while (found.find()) {
      blocks.add(new Block(found.group(1), found.group(2), found.group(4)));
    }
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks;
  }

  /** The words of a command; a part in double quotes is one. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return words;
  }

  private static int run(List<String> arguments) {
    return run(arguments, new StringWriter());
  }

  private static int run(List<String> arguments, StringWriter out) {
    return new CommandLineApp(console(out)).run(Commands.all(), arguments.toArray(String[]::new));
  }

  private static CommandLine line() {
    return new CommandLineApp(console(new StringWriter())).line(Commands.all());
  }

  private static Console console(StringWriter out) {
    return new Console(
        Reader.nullReader(), new PrintWriter(out), new PrintWriter(new StringWriter()), Map.of());
  }

  private record Block(String kind, String name, String text) {}
}
