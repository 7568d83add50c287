package dev.countersign.modelrefs.evidence.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipException;

/** Opens a CSV file and turns whatever goes wrong underneath into problems of the file. */
final class CsvSource {
  private static final int LONGEST_FIELD = 1 << 16;

  private final String name;
  private final long bytes;
  private final FileProblems problems;

  CsvSource(String name, long bytes, FileProblems problems) {
    this.name = name;
    this.bytes = bytes;
    this.problems = problems;
  }

  /** Parses the records of a file; {@code in} is not closed. */
  <T> T read(InputStream in, Function<Iterator<CsvRecord>, T> parser) {
    try {
      return parser.apply(records(in));
    } catch (CsvParseException e) {
      throw broken("the file is not CSV: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Iterator<CsvRecord> records(InputStream in) throws IOException {
    Reader text =
        new InputStreamReader(
            BoundedStream.open(in, name, bytes), StandardCharsets.UTF_8.newDecoder());
    return CsvReader.builder()
        .allowMissingFields(true)
        .allowExtraFields(true)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(text)
        .iterator();
  }

  private CountersignException unreadable(IOException e) {
    if (e instanceof BoundedStream.TooLong tooLong) {
      return broken(Objects.requireNonNull(tooLong.getMessage()));
    }
    if (e instanceof CharacterCodingException) {
      return broken("the file is not UTF-8");
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return broken("the file is not a whole gzip file");
    }
    return new CountersignException(
        ErrorCode.ENVIRONMENT_UNAVAILABLE, "reading \"" + name + "\" failed: " + e.getMessage(), e);
  }

  private CountersignException broken(String message) {
    problems.add(message);
    return problems.invalid();
  }
}
