package dev.countersign.bot.wiring.checkup;

import dev.countersign.bot.doctor.Finding;
import dev.countersign.bot.doctor.Job;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the folders that artifacts are kept in. */
final class StoreChecks {
  private static final long GIBIBYTE = 1L << 30;

  private final Map<String, ArtifactUri> stores;
  private final Job job;

  StoreChecks(Map<String, ArtifactUri> stores, Job job) {
    this.stores = new TreeMap<>(stores);
    this.job = job;
  }

  List<Finding> findings() {
    return stores.entrySet().stream()
        .map(store -> store("store " + store.getKey(), Path.of(store.getValue().path())))
        .toList();
  }

  private Finding store(String subject, Path folder) {
    if (!Files.isDirectory(folder)) {
      return fail(
          subject,
          "there is no folder \"%s\" on this machine".formatted(folder),
          "mount the volume that holds it, or make the folder");
    }
    if (!Files.isReadable(folder)) {
      return fail(
          subject,
          "\"%s\" cannot be read by this user".formatted(folder),
          "give this user the right to read it");
    }
    if (job == Job.PROPOSE && !Files.isWritable(folder)) {
      return fail(
          subject,
          "\"%s\" cannot be written by this user".formatted(folder),
          "give this user the right to write it");
    }
    return withSpace(subject, folder);
  }

  private Finding withSpace(String subject, Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String what =
          String.format(Locale.ROOT, "\"%s\", %.1f GiB free", folder, (double) free / GIBIBYTE);
      return job == Job.PROPOSE && free < GIBIBYTE
          ? Finding.warn(subject, what, "make room before the next model")
          : Finding.ok(subject, what);
    } catch (IOException e) {
      return Finding.ok(subject, "\"%s\"".formatted(folder));
    }
  }

  private static Finding fail(String subject, String what, String fix) {
    return Finding.fail(ExitCode.UNAVAILABLE, subject, what, fix);
  }
}
