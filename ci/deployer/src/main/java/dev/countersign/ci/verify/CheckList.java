package dev.countersign.ci.verify;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the checks of one verification. */
final class CheckList {
  private final List<Check> checks = new ArrayList<>();

  void add(Check check) {
    checks.add(check);
  }

  void passed(CheckName name, String detail) {
    add(new Check.Passed(name, detail));
  }

  void failed(CheckName name, ErrorCode code, String detail) {
    add(new Check.Failed(name, code, detail));
  }

  /** Does something that can fail; a failure is the check's, and empty is returned. */
  <T> Optional<T> attempt(CheckName name, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (CountersignException e) {
      add(Check.failed(name, e));
      return Optional.empty();
    }
  }

  boolean allPassed() {
    return checks.stream().allMatch(Check.Passed.class::isInstance);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }
}
