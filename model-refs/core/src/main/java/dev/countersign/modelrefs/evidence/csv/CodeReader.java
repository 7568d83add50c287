package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evidence.rows.SliceColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a column of few different texts as codes. */
final class CodeReader implements FieldReader {
  private static final int LONGEST = 200;

  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private final IntStream.Builder rows = IntStream.builder();
  private final int limit;
  private final boolean emptyAllowed;

  /**
   * A reader of a column.
   *
   * @param limit most different values
   * @param emptyAllowed whether a row may have no value
   */
  CodeReader(int limit, boolean emptyAllowed) {
    this.limit = limit;
    this.emptyAllowed = emptyAllowed;
  }

  @Override
  public Optional<String> add(String field) {
    if (field.isEmpty() && emptyAllowed) {
      rows.add(SliceColumn.NONE);
      return Optional.empty();
    }
    Integer code = codes.get(field);
    if (code != null) {
      rows.add(code);
      return Optional.empty();
    }
    rows.add(codes.size());
    if (field.isEmpty() || field.length() > LONGEST) {
      return Optional.of(
          "\"%s\" is not a label of 1 to %d characters"
              .formatted(Numbers.shortened(field), LONGEST));
    }
    codes.put(field, codes.size());
    return codes.size() == limit + 1
        ? Optional.of("more than " + limit + " different values; use fewer, for example ranges")
        : Optional.empty();
  }

  /** The different values, as first seen. */
  List<String> values() {
    return List.copyOf(codes.keySet());
  }

  /** Each row's position in {@link #values()}. */
  int[] codes() {
    return rows.build().toArray();
  }
}
