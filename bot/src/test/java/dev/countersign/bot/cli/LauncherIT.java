package dev.countersign.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bot/countersign} does around the program, shown with a program of one line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherIT {
  private static final String MAIN = "dev/countersign/bot/cli/command/Main";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path temp;
  private Path app;

  @BeforeEach
  void installs() throws IOException {
    app = Files.createDirectories(temp.resolve("bot/target/app"));
    Files.copy(Path.of("countersign"), temp.resolve("bot/countersign"));
    jar();
  }

  @Test
  void keepsTheOutputClean_whereTheClassArchiveWasMadeForAnotherPlace() throws Exception {
    Path archive = app.resolve("countersign.jsa");
    run(
        temp,
        List.of(
            JAVA,
            "-XX:ArchiveClassesAtExit=" + archive,
            "-cp",
            app.resolve("countersign.jar").toString(),
            MAIN.replace('/', '.')));
    assertThat(archive).isNotEmptyFile();
    Path moved = Files.createDirectories(temp.resolve("opt")).resolve("bot");
    Files.move(temp.resolve("bot"), moved);

    String out = run(temp, List.of("sh", moved.resolve("countersign").toString(), "status"));

    assertThat(out).isEqualTo("{}\n");
  }

  private void jar() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(temp.resolve("classes"));
    assertThat(
            compiler
                .getTask(
                    null,
                    null,
                    null,
                    List.of("-d", classes.toString()),
                    null,
                    List.of(new OneLine()))
                .call())
        .isTrue();
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(app.resolve("countersign.jar")))) {
      jar.putNextEntry(new ZipEntry(MAIN + ".class"));
      jar.write(Files.readAllBytes(classes.resolve(MAIN + ".class")));
      jar.closeEntry();
    }
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectError(folder.resolve("stderr").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("stderr"))).isZero();
    return out;
  }

  /** A program that says one thing. */
  private static final class OneLine extends SimpleJavaFileObject {
    OneLine() {
      super(URI.create("string:///" + MAIN + ".java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return "package dev.countersign.bot.cli.command;"
          + "public class Main { public static void main(String[] words) {"
          + " System.out.println(\"{}\"); } }";
    }
  }
}
