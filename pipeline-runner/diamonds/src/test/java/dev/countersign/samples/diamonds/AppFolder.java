package dev.countersign.samples.diamonds;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What {@code mvn package} leaves in {@code target/app}, made from the test's class path. */
final class AppFolder {
  private AppFolder() {}

  /** Fills a folder with jars; folders of classes become jars. */
  static void fill(Path app) throws IOException {
    Files.createDirectories(app);
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !entry.contains("test-classes")) {
        jar(path, app.resolve("classes-" + number++ + ".jar"));
      } else if (entry.endsWith(".jar")) {
        Files.copy(path, app.resolve(path.getFileName()));
      }
    }
  }

  private static void jar(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(classes)) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        ZipEntry entry =
            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/'));
        entry.setTime(0);
        entries.putNextEntry(entry);
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
