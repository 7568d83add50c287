package dev.countersign.samples.diamonds.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.samples.diamonds.data.Diamond;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads and writes rows of diamonds; names ending in {@code .gz} are compressed. */
public final class DiamondsCsv {
  private static final int MAX_PROBLEMS = 20;

  private DiamondsCsv() {}

  /**
   * Reads every row.
   *
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with the first twenty rows that
   *     are not diamonds
   */
  public static List<Diamond> read(Path file) {
    List<Problem> problems = new ArrayList<>();
    List<Diamond> diamonds;
    try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(reader)) {
      diamonds = read(file, rows.iterator(), problems);
    } catch (IOException e) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "\"%s\" cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    if (!problems.isEmpty()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" has rows that are not diamonds".formatted(file),
          problems);
    }
    return diamonds;
  }

  private static List<Diamond> read(Path file, Iterator<CsvRecord> rows, List<Problem> problems) {
    checkHeader(file, rows.hasNext() ? rows.next().getFields() : List.of());
    List<Diamond> diamonds = new ArrayList<>();
    while (rows.hasNext() && problems.size() < MAX_PROBLEMS) {
      add(rows.next(), diamonds, problems);
    }
    return diamonds;
  }

  /** Writes rows, cells as they were read. */
  public static void write(Path file, List<Diamond> diamonds) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord(Diamond.COLUMNS);
      diamonds.forEach(diamond -> writer.writeRecord(diamond.cells()));
    }
  }

  private static void add(CsvRecord row, List<Diamond> diamonds, List<Problem> problems) {
    try {
      diamonds.add(Diamond.parse(row.getFields()));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem("line " + row.getStartingLineNumber(), String.valueOf(e.getMessage())));
    }
  }

  private static void checkHeader(Path file, List<String> header) {
    if (!header.equals(Diamond.COLUMNS)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" has the columns \"%s\" instead of \"%s\""
              .formatted(file, String.join(",", header), String.join(",", Diamond.COLUMNS)));
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
