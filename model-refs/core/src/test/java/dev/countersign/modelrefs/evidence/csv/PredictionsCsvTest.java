package dev.countersign.modelrefs.evidence.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.evidence.rows.Predictions;
import dev.countersign.modelrefs.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsCsvTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final Digest LIVE = new Digest("10".repeat(32));
  private static final String HEADER = "row_key,occurrence,actual,prediction";

  private static byte[] text(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Predictions read(Task task, String... lines) {
    return PredictionsCsv.read(new ByteArrayInputStream(text(lines)), "predictions.csv", task);
  }

  private static List<Problem> problems(ThrowingCallable reading) {
    CountersignException[] caught = new CountersignException[1];
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(CountersignException.class, e -> caught[0] = e);
    assertThat(caught[0].code()).isEqualTo(ErrorCode.INPUT_INVALID);
    return caught[0].problems();
  }

  private static List<String> problemsOf(Task task, String... lines) {
    return problems(() -> read(task, lines)).stream().map(Problem::toString).toList();
  }

  @Test
  void sortsRowsByKeyAndOccurrence() {
    Predictions predictions =
        read(
            Task.REGRESSION,
            HEADER + ",baseline:" + LIVE + ",slice:cut,weight,time",
            B + ",0,1,1.5,2,Fair,1,2026-01-01",
            A + ",1,2,2.5,3,Ideal,2,2026-01-02T00:00:00Z",
            A + ",0,3,3.5,4,,3,2026-01-03");

    assertThat(predictions.actual().toArray()).containsExactly(3, 2, 1);
    assertThat(predictions.candidate().columns().get(0).toArray()).containsExactly(3.5, 2.5, 1.5);
    assertThat(predictions.baseline(LIVE).orElseThrow().columns().get(0).toArray())
        .containsExactly(4, 3, 2);
    assertThat(predictions.slice("cut").orElseThrow().rowsOf(1)).containsExactly(1);
    assertThat(predictions.slice("cut").orElseThrow().code(0)).isEqualTo(-1);
    assertThat(predictions.weight(0)).isEqualTo(3);
    assertThat(predictions.times().orElseThrow().at(1)).isEqualTo(1767312000000.0);
  }

  @Test
  void readsCompressedFilesByTheirName() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(text(HEADER, A + ",0,1,1"));
    }

    Predictions predictions =
        PredictionsCsv.read(
            new ByteArrayInputStream(compressed.toByteArray()),
            "predictions.csv.gz",
            Task.REGRESSION);

    assertThat(predictions.rows()).isEqualTo(1);
  }

  @Test
  void readsClassProbabilities() {
    Predictions predictions =
        read(
            Task.MULTICLASS,
            "row_key,occurrence,actual,p:b,p:a,baseline:%s:a,baseline:%s:b".formatted(LIVE, LIVE),
            A + ",0,b,0.75,0.25,0.5,0.5");

    assertThat(predictions.classes()).containsExactly("a", "b");
    assertThat(predictions.actual().at(0)).isEqualTo(1);
    assertThat(predictions.candidate().columns().get(1).at(0)).isEqualTo(0.75);
    assertThat(predictions.baseline(LIVE).orElseThrow().classes()).containsExactly("a", "b");
  }

  @Test
  void readsABinaryProbabilityOfThePositiveClass() {
    Predictions predictions = read(Task.BINARY, HEADER, A + ",0,yes,0.9", B + ",0,no,0.2");

    assertThat(predictions.classes()).containsExactly("no", "yes");
    assertThat(predictions.candidate().classes()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("Fault row 19: NaN, Infinity, 1e400 and locale decimals are refused by name")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NaN|\"NaN\" is not a finite number",
        "-Infinity|\"-Infinity\" is not a finite number",
        "inf|\"inf\" is not a finite number",
        "1e400|\"1e400\" is not a number within the range of a double",
        "\"1,5\"|\"1,5\" has a comma; write the number with a decimal point and without grouping",
        "0x1p3|\"0x1p3\" is not a number",
        "1d|\"1d\" is not a number",
        "١٢|\"١٢\" is not a number",
        "' 1'|\"' 1'\" is not a number",
        "~~|a number is missing"
      })
  void refusesWhatIsNoFiniteDecimalNumber(String field, String message) {
    assertThat(problemsOf(Task.REGRESSION, HEADER, A + ",0,1," + (field == null ? "" : field)))
        .containsExactly("predictions.csv line 2, column \"prediction\": " + message);
  }

  @Test
  @DisplayName("Fault row 19: minus zero is zero")
  void minusZeroIsAccepted() {
    assertThat(read(Task.REGRESSION, HEADER, A + ",0,-0.0,1e-300").actual().at(0)).isZero();
  }

  @Test
  void numbersDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(problemsOf(Task.REGRESSION, HEADER, A + ",0,1,INFINITY"))
          .containsExactly(
              "predictions.csv line 2, column \"prediction\": \"INFINITY\" is not a finite number");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void collectsAllProblemsWithLineAndColumn() {
    assertThat(
            problemsOf(
                Task.REGRESSION,
                HEADER,
                "A,0,1,1",
                A + ",-1,x,1",
                A + ",0,1",
                "\"" + B + "\",0,1,1"))
        .containsExactly(
            "predictions.csv line 2, column \"row_key\": \"A\" is not a row key; 64 lower-case"
                + " hexadecimal digits are",
            "predictions.csv line 3, column \"occurrence\": \"-1\" is not an occurrence; write 0"
                + " for the first row of its content, 1 for the second",
            "predictions.csv line 3, column \"actual\": \"x\" is not a number",
            "predictions.csv line 4: 3 fields, the header has 4");
  }

  @Test
  void stopsAtTheBoundOfProblems() {
    String[] lines = new String[300];
    Arrays.fill(lines, A + ",0,x,1");
    lines[0] = HEADER;

    assertThat(problemsOf(Task.REGRESSION, lines)).hasSize(100);
  }

  @Test
  void refusesARowThatOccursTwice() {
    assertThat(problemsOf(Task.REGRESSION, HEADER, A + ",0,1,1", B + ",0,1,1", A + ",0,2,2"))
        .containsExactly(
            "predictions.csv line 4: the row repeats the row_key and occurrence of another; count"
                + " occurrences up");
  }

  @Test
  void withoutOccurrencesEveryRowIsTheFirstOfItsContent() {
    assertThat(read(Task.REGRESSION, "row_key,actual,prediction", A + ",1,1").keys().occurrence(0))
        .isZero();
    assertThat(problemsOf(Task.REGRESSION, "row_key,actual,prediction", A + ",1,1", A + ",2,2"))
        .singleElement()
        .asString()
        .startsWith("predictions.csv line 3: the row repeats the row_key and occurrence");
  }

  @Test
  void slicesByOutcomeAreRefused() {
    assertThat(problemsOf(Task.REGRESSION, HEADER + ",slice:actual", A + ",0,1,1,high"))
        .singleElement()
        .asString()
        .contains("column \"slice:actual\": unknown column");
  }

  @Test
  void refusesUnknownRepeatedAndMissingColumns() {
    assertThat(problemsOf(Task.REGRESSION, "row_key,row_key,actuals,predicton", A + "," + A))
        .anyMatch(problem -> problem.contains("column \"row_key\": the column occurs twice"))
        .anyMatch(problem -> problem.contains("column \"predicton\": unknown column"))
        .anyMatch(problem -> problem.contains("the column \"actual\" is missing"))
        .anyMatch(problem -> problem.contains("the column \"prediction\" is missing"));
  }

  @Test
  void refusesProbabilitiesOutsideZeroToOneOrNotSummingToOne() {
    assertThat(problemsOf(Task.BINARY, HEADER, A + ",0,1,1.5", B + ",0,0,0.5"))
        .containsExactly(
            "predictions.csv line 2, column \"prediction\": \"1.5\" is not a probability from 0"
                + " to 1");
    assertThat(problemsOf(Task.MULTICLASS, "row_key,occurrence,actual,p:a,p:b", A + ",0,a,0.5,0.3"))
        .containsExactly("predictions.csv line 2: the probabilities do not sum to 1");
  }

  @Test
  void refusesAClassWithoutAColumn() {
    assertThat(problemsOf(Task.MULTICLASS, "row_key,occurrence,actual,p:a,p:b", A + ",0,c,0.5,0.5"))
        .containsExactly("predictions.csv: not every class has a column");
  }

  @Test
  void refusesMoreSlicesThanCanBeJudged() {
    String[] lines = new String[302];
    lines[0] = HEADER + ",slice:id";
    for (int row = 0; row < 301; row++) {
      lines[row + 1] = Digest.of(text("" + row)).hex() + ",0,1,1,value" + row;
    }

    assertThat(problemsOf(Task.REGRESSION, lines))
        .contains(
            "predictions.csv line 258, column \"slice:id\": more than 256 different values; use"
                + " fewer, for example ranges");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "row_key,occurrence,actual,prediction\n"})
  void refusesAFileWithoutRows(String content) {
    assertThat(
            problems(
                () ->
                    PredictionsCsv.read(
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        "predictions.csv",
                        Task.REGRESSION)))
        .hasSize(1);
  }

  @Test
  void refusesBytesThatAreNotUtf8AndGzipThatIsNone() {
    byte[] latin = text(HEADER, A + ",0,1,1");
    latin[0] = (byte) 0xE9;

    assertThat(
            problems(
                () ->
                    PredictionsCsv.read(new ByteArrayInputStream(latin), "p.csv", Task.REGRESSION)))
        .extracting(Problem::message)
        .containsExactly("the file is not UTF-8");
    assertThat(
            problems(
                () ->
                    PredictionsCsv.read(
                        new ByteArrayInputStream(latin), "p.csv.gz", Task.REGRESSION)))
        .extracting(Problem::message)
        .containsExactly("the file is not a whole gzip file");
  }

  @Test
  @DisplayName("Fault row 18: a small compressed file that grows without end is refused")
  void refusesADecompressionBomb() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(text(HEADER));
      byte[] rows = text(A + ",0,1,1").clone();
      for (int row = 0; row < 100_000; row++) {
        gzip.write(rows);
      }
    }
    Limits limits = new Limits(1_000_000, 10, 1 << 20, 10, 10);

    assertThat(
            problems(
                () ->
                    PredictionsCsv.read(
                        new ByteArrayInputStream(compressed.toByteArray()),
                        "p.csv.gz",
                        Task.REGRESSION,
                        limits)))
        .extracting(Problem::message)
        .containsExactly("the file is longer than 1048576 bytes after decompression");
  }

  @Test
  void refusesMoreRowsThanAllowed() {
    Limits limits = new Limits(1, 10, 1 << 20, 10, 10);

    assertThat(
            problems(
                () ->
                    PredictionsCsv.read(
                        new ByteArrayInputStream(text(HEADER, A + ",0,1,1", B + ",0,1,1")),
                        "p.csv",
                        Task.REGRESSION,
                        limits)))
        .extracting(Problem::message)
        .containsExactly("more than 1 rows");
  }

  @Test
  void refusesAFieldWithoutEnd() {
    assertThat(problemsOf(Task.REGRESSION, HEADER, "a".repeat(100_000) + ",0,1,1"))
        .singleElement()
        .asString()
        .contains("the file is not CSV");
  }

  @Test
  void refusesATimeOutsideFourDigitYears_insteadOfFailing() {
    assertThat(
            problemsOf(Task.REGRESSION, HEADER + ",time", A + ",0,1,1,+1000000000-12-31T23:59:59Z"))
        .containsExactly(
            "predictions.csv line 2, column \"time\": \"+1000000000-12-31T23:59:59Z\" is not a"
                + " time; write 2026-05-03T14:00:00Z or 2026-05-03");
  }
}
