package dev.countersign.samples.diamonds.cli;

import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.data.Diamond;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the rows of the data set that this run is about. */
@Command(name = "load", description = "Takes the rows that cost less than a price.")
final class LoadStep implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "The data set.")
  private Path data = Path.of("");

  @Option(names = "--below", required = true, description = "Price in USD; 0 takes every row.")
  private int below;

  @Option(names = "--rows", required = true, description = "Where the rows go.")
  private Path rows = Path.of("");

  @Option(names = "--source", required = true, description = "Where the source is noted, JSON.")
  private Path source = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Diamond> taken =
        DiamondsCsv.read(data).stream()
            .filter(diamond -> below == 0 || diamond.priceUsd() < below)
            .toList();
    DiamondsCsv.write(rows, taken);
    Files.write(
        source,
        CanonicalJson.indented(
            new ObjectWriter()
                .text("name", below == 0 ? "diamonds" : "diamonds-below-" + below)
                .text("digest", Digest.of(Files.readAllBytes(rows)))
                .integer("rows", taken.size())
                .node()));
    return 0;
  }
}
