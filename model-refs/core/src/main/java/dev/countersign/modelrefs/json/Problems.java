package dev.countersign.modelrefs.json;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, in the order of reading. Not thread-safe. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem at a path. */
  public void add(String path, String message) {
    found.add(new Problem(path, message));
  }

  /** How many were found so far. */
  public int count() {
    return found.size();
  }

  /** All problems, in order. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /**
   * Ends reading if there was any problem.
   *
   * @throws CountersignException with the given code and every problem
   */
  public void throwIfAny(ErrorCode code, String message) {
    if (!found.isEmpty()) {
      throw new CountersignException(code, message, found);
    }
  }
}
