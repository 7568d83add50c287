package dev.countersign.modelrefs.bench;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.artifact.digest.ArtifactDigester;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.store.ReceivedArtifact;
import dev.countersign.modelrefs.store.file.FileArtifactStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Compares digesting and storing with {@code openssl dgst} and {@code cp}, as ratios of times in
 * one run on one machine. How to run it is in {@code docs/digest-benchmark.md}.
 */
public final class DigestBenchmark {
  private static final long GIB = 1L << 30;
  private static final int ROUNDS = 3;

  private final Path folder;

  private DigestBenchmark(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs all comparisons and prints a line for each.
   *
   * @param arguments a folder with room for 12 GiB; it is emptied afterwards
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "digest-benchmark-");
    try {
      DigestBenchmark benchmark = new DigestBenchmark(folder);
      benchmark.oneFile();
      benchmark.fourFiles();
      benchmark.put();
      benchmark.heap();
    } finally {
      delete(folder);
    }
  }

  private void oneFile() throws Exception {
    Path file = random("one", 2 * GIB);
    double openssl = seconds(() -> run("openssl", "dgst", "-sha256", file.toString()));
    double own = seconds(() -> new ArtifactDigester(1).digest(file));
    report("digest of 2 GiB: speed / openssl dgst", openssl / own, "at least 0.9");
  }

  private void fourFiles() throws Exception {
    Path four = Files.createDirectory(folder.resolve("four"));
    for (int i = 0; i < 4; i++) {
      random("four/" + i, GIB / 2);
    }
    double single = seconds(() -> new ArtifactDigester(1).digest(four));
    double parallel = seconds(() -> new ArtifactDigester(2).digest(four));
    report("digest of 4 files: speed on 2 threads / on 1", single / parallel, "at least 1.7");
  }

  private void put() throws Exception {
    Path file = folder.resolve("one");
    Path copy = folder.resolve("copy");
    double plain =
        secondsAfter(
            () -> Files.deleteIfExists(copy),
            () -> {
              run("cp", file.toString(), copy.toString());
              return run("openssl", "dgst", "-sha256", file.toString());
            });
    Files.delete(copy);
    Path store = folder.resolve("store");
    ArtifactManifest manifest = new ArtifactDigester(1).digest(file);
    double put =
        secondsAfter(
            () -> delete(store),
            () -> new FileArtifactStore(store).put(manifest, file, "benchmark"));
    double received = secondsAfter(() -> delete(store), () -> receiveAndKeep(store, file));
    delete(store);
    report("put of 2 GiB: time / (cp + openssl dgst)", put / plain, "-");
    report("receive, keep 2 GiB: time / (cp + openssl dgst)", received / plain, "at most 1.3");
  }

  private static Artifact receiveAndKeep(Path store, Path file) {
    try (ReceivedArtifact received = new FileArtifactStore(store).receive(file)) {
      return received.keep("benchmark");
    }
  }

  private void heap() throws Exception {
    Path sparse = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(10 * GIB);
    }
    System.gc();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    new ArtifactDigester(2).digest(sparse);
    long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    report(
        "digest of 10 GiB: peak heap above start, MiB", (peak - before) / 1048576.0, "at most 64");
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private Path random(String name, long bytes) throws IOException {
    byte[] block = new byte[1 << 20];
    new Random(1).nextBytes(block);
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
    }
    return file;
  }

  private static double seconds(Callable<?> work) throws Exception {
    return secondsAfter(() -> true, work);
  }

  /** The shortest of some rounds: what the machine can do when nothing else wants it. */
  private static double secondsAfter(Callable<?> before, Callable<?> work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      before.call();
      long start = System.nanoTime();
      work.call();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(command[0] + " ended with " + exit);
    }
    return exit;
  }

  private static boolean delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return true;
  }

  private static void report(String what, double value, String target) {
    System.out.printf(Locale.ROOT, "%-55s %6.2f   (%s)%n", what, value, target);
  }
}
