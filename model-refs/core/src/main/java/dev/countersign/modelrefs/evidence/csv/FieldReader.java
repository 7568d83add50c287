package dev.countersign.modelrefs.evidence.csv;

import java.util.Optional;

/** Takes in the fields of one column, row by row. */
@FunctionalInterface
interface FieldReader {
  /** Takes the next row's field; says what is wrong with it, and then keeps a placeholder. */
  Optional<String> add(String field);
}
