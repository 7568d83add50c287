package dev.countersign.modelrefs.error;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a person is told about. The message says what happened, with the values in quotes;
 * the code says whose fault it is and leads to the remedy.
 */
public final class CountersignException extends RuntimeException {
  private static final int MOST_PROBLEMS = 10;

  private final ErrorCode code;
  private final transient List<Problem> problems;

  /** A failure without a cause of its own. */
  public CountersignException(ErrorCode code, String message) {
    this(code, message, List.of(), null);
  }

  /** A failure caused by another one. */
  public CountersignException(ErrorCode code, String message, Throwable cause) {
    this(code, message, List.of(), cause);
  }

  /** A failure with every problem that was found, in the order of the input. */
  public CountersignException(ErrorCode code, String message, List<Problem> problems) {
    this(code, message, problems, null);
  }

  private CountersignException(
      ErrorCode code, String message, List<Problem> problems, @Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.problems = List.copyOf(problems);
  }

  /** The kind of failure. */
  public ErrorCode code() {
    return code;
  }

  /** Every problem found, in the order of the input; empty where the message says it all. */
  public List<Problem> problems() {
    return problems;
  }

  /** What happened and the first problems, in one line: for records and lists of checks. */
  public String inOneLine() {
    if (problems.isEmpty()) {
      return explanation();
    }
    String first =
        problems.stream().limit(MOST_PROBLEMS).map(Problem::toString).collect(joining("; "));
    int more = problems.size() - MOST_PROBLEMS;
    return explanation() + ": " + first + (more > 0 ? "; and %d more".formatted(more) : "");
  }

  /** What happened, as the constructor was told. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }
}
