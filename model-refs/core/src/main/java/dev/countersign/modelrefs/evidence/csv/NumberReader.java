package dev.countersign.modelrefs.evidence.csv;

import dev.countersign.modelrefs.evidence.rows.Column;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** Reads a column of numbers that obey a rule. */
final class NumberReader implements FieldReader {
  private final DoubleStream.Builder values = DoubleStream.builder();
  private final DoublePredicate rule;
  private final String ruleInWords;

  private NumberReader(DoublePredicate rule, String ruleInWords) {
    this.rule = rule;
    this.ruleInWords = ruleInWords;
  }

  static NumberReader anyNumber() {
    return new NumberReader(value -> true, "");
  }

  static NumberReader probability() {
    return new NumberReader(value -> value >= 0 && value <= 1, "is not a probability from 0 to 1");
  }

  static NumberReader weight() {
    return new NumberReader(value -> value > 0, "is not a weight above 0");
  }

  @Override
  public Optional<String> add(String field) {
    double value = Numbers.parse(field);
    if (Double.isNaN(value)) {
      values.add(0);
      return Optional.of(Numbers.problem(field));
    }
    values.add(value);
    return rule.test(value)
        ? Optional.empty()
        : Optional.of("\"%s\" %s".formatted(Numbers.shortened(field), ruleInWords));
  }

  Column column() {
    return Column.of(values.build().toArray());
  }
}
