package dev.countersign.bot.sync;

import dev.countersign.bot.config.BundlePlace;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.run.bundle.RunBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which the runs of a model leave their bundles, each in a folder of its own. */
final class BundleFolder {
  /** How deep signs of life are looked for: a step's folder in the bundle, and files in it. */
  private static final int DEPTH = 3;

  private final BundlePlace place;

  BundleFolder(BundlePlace place) {
    this.place = place;
  }

  /**
   * Every bundle that is finished, broken or given up, in the order of the folders' names. Links
   * and hidden folders are passed over.
   *
   * @throws CountersignException {@code ENVIRONMENT_UNAVAILABLE} if the folder cannot be read
   */
  List<FoundBundle> look(Instant now) {
    List<FoundBundle> found = new ArrayList<>();
    for (Path folder : folders()) {
      look(folder, now).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(Path.of(place.folder()))) {
      return entries
          .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
          .filter(entry -> !name(entry).startsWith("."))
          .sorted(Comparator.comparing(BundleFolder::name))
          .toList();
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.ENVIRONMENT_UNAVAILABLE,
          "the folder of run bundles \"%s\" cannot be read; it is named under \"bundles\""
              .formatted(place.folder()),
          e);
    }
  }

  private Optional<FoundBundle> look(Path folder, Instant now) {
    if (Files.exists(folder.resolve(RunBundle.REPORT.value()), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(finished(folder));
    }
    return lastSign(folder)
        .filter(sign -> !sign.plus(place.failedAfter()).isAfter(now))
        .map(sign -> new FoundBundle.Silent(folder, sign));
  }

  private static FoundBundle finished(Path folder) {
    try {
      return new FoundBundle.Finished(folder, RunBundle.open(folder));
    } catch (CountersignException e) {
      return new FoundBundle.Unusable(folder, e);
    }
  }

  /** Empty if files come and go while they are looked at: then the run goes on. */
  private static Optional<Instant> lastSign(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.map(BundleFolder::changed).max(Comparator.naturalOrder());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder's own name. */
  static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
