package dev.countersign.samples.diamonds.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.countersign.samples.diamonds.data.CaratBand;
import dev.countersign.samples.diamonds.data.Diamond;
import dev.countersign.samples.diamonds.data.RowKey;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** {@code predictions.csv.gz} as the run bundle's format has it. */
public final class PredictionsFile {
  private PredictionsFile() {}

  /**
   * Writes the predictions of the candidate and of every baseline on the same rows.
   *
   * @param baselines predictions by the 64 digits of the artifact's digest
   */
  public static void write(
      Path file, List<Diamond> rows, double[] candidate, Map<String, double[]> baselines)
      throws IOException {
    try (Writer out =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
        CsvWriter writer = CsvWriter.builder().build(out)) {
      writer.writeRecord(header(baselines));
      Map<RowKey, Integer> seen = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        Diamond row = rows.get(i);
        List<String> cells = new ArrayList<>();
        cells.add(row.key().hex());
        cells.add(Integer.toString(seen.merge(row.key(), 1, Integer::sum) - 1));
        cells.add(Integer.toString(row.priceUsd()));
        cells.add(price(candidate[i]));
        for (double[] baseline : baselines.values()) {
          cells.add(price(baseline[i]));
        }
        cells.add(CaratBand.of(row.carat()));
        cells.add(row.cell("cut"));
        writer.writeRecord(cells);
      }
    }
  }

  /** The candidate's predictions, in the order of the rows. */
  public static double[] candidate(Path file) throws IOException {
    try (Reader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return rows.stream()
          .mapToDouble(row -> Double.parseDouble(row.getField("prediction")))
          .toArray();
    }
  }

  /**
   * A price to the hundredth of a cent: what a metric needs, and the same text on every machine.
   */
  private static String price(double usd) {
    return Double.toString(Math.rint(usd * 10_000) / 10_000);
  }

  private static List<String> header(Map<String, double[]> baselines) {
    List<String> header = new ArrayList<>(List.of("row_key", "occurrence", "actual", "prediction"));
    baselines.keySet().forEach(digest -> header.add("baseline:sha256:" + digest));
    header.add("slice:carat");
    header.add("slice:cut");
    return header;
  }
}
