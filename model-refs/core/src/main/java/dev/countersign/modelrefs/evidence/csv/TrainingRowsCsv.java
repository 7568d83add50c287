package dev.countersign.modelrefs.evidence.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evidence.rows.TrainingRows;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Reads the row keys of a training set: 64 lower-case hexadecimal digits per line without a header,
 * plain or compressed by gzip. A line may go on with a comma and the row's time.
 */
public final class TrainingRowsCsv {
  private static final int PREFIX = 16;
  private static final long MOST_BYTES = 16L << 30;

  private final LongStream.Builder prefixes = LongStream.builder();
  private final FileProblems problems;
  private Optional<Instant> latest = Optional.empty();

  private TrainingRowsCsv(FileProblems problems) {
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param in not closed
   * @param name the file's name, for messages; {@code .gz} at its end means compressed
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every problem, up to a bound;
   *     {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if reading fails
   */
  public static TrainingRows read(InputStream in, String name) {
    FileProblems problems = new FileProblems(name, Limits.DEFAULT.problems());
    return new CsvSource(name, MOST_BYTES, problems)
        .read(in, records -> new TrainingRowsCsv(problems).parse(records));
  }

  private TrainingRows parse(Iterator<CsvRecord> records) {
    records.forEachRemaining(this::add);
    problems.throwIfAny();
    return new TrainingRows(prefixes.build().toArray(), latest.map(Instant::toEpochMilli));
  }

  private void add(CsvRecord record) {
    String key = record.getField(0);
    if (!KeyReader.isDigest(key) || record.getFieldCount() > 2) {
      problems.add(
          record.getStartingLineNumber(),
          "\"%s\" is not a row key; 64 lower-case hexadecimal digits are"
              .formatted(Numbers.shortened(String.join(",", record.getFields()))));
      return;
    }
    prefixes.add(HexFormat.fromHexDigitsToLong(key, 0, PREFIX));
    if (record.getFieldCount() == 2) {
      time(record);
    }
  }

  private void time(CsvRecord record) {
    String field = record.getField(1);
    Optional<Instant> time = TimeReader.parse(field);
    if (time.isEmpty()) {
      problems.add(record.getStartingLineNumber(), TimeReader.problem(field));
    } else if (latest.isEmpty() || time.get().isAfter(latest.get())) {
      latest = time;
    }
  }
}
