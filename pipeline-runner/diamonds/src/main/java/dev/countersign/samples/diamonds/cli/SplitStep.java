package dev.countersign.samples.diamonds.cli;

import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.data.Diamond;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Divides rows by their keys: one in five is for testing. */
@Command(name = "split", description = "Divides rows into training and test rows.")
final class SplitStep implements Callable<Integer> {
  @Option(names = "--rows", required = true, description = "The rows.")
  private Path rows = Path.of("");

  @Option(
      names = "--without-cut",
      required = true,
      description = "A cut that training does not get to see; empty for none.")
  private String withoutCut = "";

  @Option(names = "--train", required = true, description = "Where training rows go.")
  private Path train = Path.of("");

  @Option(names = "--test", required = true, description = "Where test rows go.")
  private Path test = Path.of("");

  @Option(names = "--training-rows", required = true, description = "Where their keys go.")
  private Path trainingRows = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Diamond> read = DiamondsCsv.read(rows);
    List<Diamond> training =
        read.stream()
            .filter(row -> !row.key().isTest() && !row.cell("cut").equals(withoutCut))
            .toList();
    DiamondsCsv.write(train, training);
    DiamondsCsv.write(test, read.stream().filter(row -> row.key().isTest()).toList());
    try (BufferedWriter keys =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(trainingRows)),
                StandardCharsets.US_ASCII))) {
      for (Diamond row : training) {
        keys.write(row.key().hex() + "\n");
      }
    }
    return 0;
  }
}
