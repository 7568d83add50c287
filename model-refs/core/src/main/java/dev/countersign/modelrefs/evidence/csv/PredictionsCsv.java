package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import java.io.InputStream;

/**
 * Reads {@code predictions.csv} (RFC 4180, UTF-8, comma, header line), plain or compressed by gzip.
 */
public final class PredictionsCsv {
  private PredictionsCsv() {}

  /** Reads a file within the {@linkplain Limits#DEFAULT usual limits}. */
  public static Predictions read(InputStream in, String name, Task task) {
    return read(in, name, task, Limits.DEFAULT);
  }

  /**
   * Reads a file.
   *
   * @param in not closed
   * @param name the file's name, for messages; {@code .gz} at its end means compressed
   * @throws CountersignException {@link ErrorCode#INPUT_INVALID} with every problem, up to the
   *     bound of the limits; {@link ErrorCode#ENVIRONMENT_UNAVAILABLE} if reading fails
   */
  public static Predictions read(InputStream in, String name, Task task, Limits limits) {
    FileProblems problems = new FileProblems(name, limits.problems());
    PredictionsParser parser = new PredictionsParser(task, limits, problems);
    return new CsvSource(name, limits.bytes(), problems).read(in, parser::parse);
  }
}
