package dev.countersign.samples.diamonds.cli;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.data.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether the rows are fit to train on. Reading them checks every value. */
@Command(name = "validate", description = "Checks rows and counts them.")
final class ValidateStep implements Callable<Integer> {
  @Option(names = "--rows", required = true, description = "The rows.")
  private Path rows = Path.of("");

  @Option(names = "--least", required = true, description = "The fewest rows to train on.")
  private int least;

  @Option(names = "--summary", required = true, description = "Where the counts go, JSON.")
  private Path summary = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Diamond> read = DiamondsCsv.read(rows);
    if (read.size() < least) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "there are %d rows; at least %d are needed".formatted(read.size(), least));
    }
    for (String cut : Diamond.CUTS) {
      if (read.stream().noneMatch(row -> row.cell("cut").equals(cut))) {
        throw new CountersignException(
            ErrorCode.INPUT_INVALID, "no row has the cut \"%s\"".formatted(cut));
      }
    }
    long distinct = read.stream().map(Diamond::key).distinct().count();
    Files.write(
        summary,
        CanonicalJson.indented(
            new ObjectWriter().integer("rows", read.size()).integer("distinct", distinct).node()));
    return 0;
  }
}
