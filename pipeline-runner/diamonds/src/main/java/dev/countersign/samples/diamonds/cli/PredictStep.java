package dev.countersign.samples.diamonds.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.samples.diamonds.csv.DiamondsCsv;
import dev.countersign.samples.diamonds.csv.PredictionsFile;
import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.xgboost.PriceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets the candidate and every baseline predict the same test rows. */
@Command(name = "predict", description = "Predicts test rows with the candidate and baselines.")
final class PredictStep implements Callable<Integer> {
  @Option(names = "--model", required = true, description = "The candidate's folder.")
  private Path model = Path.of("");

  @Option(
      names = "--baselines",
      required = true,
      description = "A folder with one folder per baseline, named by its digest's 64 digits.")
  private Path baselines = Path.of("");

  @Option(names = "--test", required = true, description = "The test rows.")
  private Path test = Path.of("");

  @Option(names = "--predictions", required = true, description = "Where predictions go.")
  private Path predictions = Path.of("");

  @Option(names = "--unloadable", required = true, description = "Where failures go, JSON.")
  private Path unloadable = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Diamond> rows = DiamondsCsv.read(test);
    Map<String, double[]> predicted = new TreeMap<>();
    ArrayNode failed = JsonNodeFactory.instance.arrayNode();
    for (Path baseline : folders()) {
      String digest = new Digest(String.valueOf(baseline.getFileName())).hex();
      try {
        predicted.put(digest, PriceModel.load(baseline).predict(rows));
      } catch (CountersignException e) {
        if (e.code() != ErrorCode.INPUT_INVALID) {
          throw e;
        }
        failed.add(
            new ObjectWriter()
                .text("artifactDigest", "sha256:" + digest)
                .text("reason", e.explanation())
                .node());
      }
    }
    PredictionsFile.write(predictions, rows, PriceModel.load(model).predict(rows), predicted);
    Files.write(unloadable, CanonicalJson.indented(failed));
    return 0;
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(baselines)) {
      return entries.sorted().toList();
    }
  }
}
