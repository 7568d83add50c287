package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.RequiredApprovals;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many distinct people have to approve, altogether and of each group. Where nobody knows who
 * launched the training, or who asked for a rollback, it may be one of the approvers; then as many
 * have to approve as the configuration asks for whichever one of them is left out.
 *
 * @param required what the configuration asks for; 0 stays 0
 * @param unknown what nobody knows, such as {@code who launched the training}
 */
public record Quorum(RequiredApprovals required, Optional<String> unknown) {
  /** For a promotion, by what its reference says of the people behind it. */
  public static Quorum of(RequiredApprovals required, ModelReference reference) {
    return new Quorum(required, unknown(reference));
  }

  /** What nobody knows of the people behind a reference; empty if all are known. */
  static Optional<String> unknown(ModelReference reference) {
    boolean anonymous =
        reference.rollbackOf().filter(withdrawn -> withdrawn.requestedBy().isEmpty()).isPresent();
    if (anonymous) {
      return Optional.of("who asked for the rollback");
    }
    return unknownLauncher(reference.provenance().run().launchedBy().isPresent());
  }

  static Optional<String> unknownLauncher(boolean known) {
    return known ? Optional.empty() : Optional.of("who launched the training");
  }

  /** The number of people. */
  public int people() {
    return isRaised() ? required.total() + 1 : required.total();
  }

  /** Whether one more is asked for than the configuration does. */
  public boolean isRaised() {
    return unknown.isPresent() && required.total() > 0;
  }

  /** Why it is raised, as it stands in a sentence's brackets; empty if it is not. */
  public String raise() {
    return isRaised()
        ? " (one more than configured, because nobody knows " + unknown.orElse("") + ")"
        : "";
  }

  /**
   * Whether these are enough.
   *
   * @param counted one approval of each person who counts
   */
  boolean isMetBy(List<Approval> counted) {
    return counted.size() >= people() && shortfalls(counted).isEmpty();
  }

  /** How many people each group lacks; raised, whichever one of those who approved is left out. */
  Map<String, Integer> shortfalls(List<Approval> counted) {
    if (!isRaised() || counted.isEmpty()) {
      return Assignment.shortfalls(required.asked(), counted);
    }
    Map<String, Integer> worst = new LinkedHashMap<>();
    for (int left = 0; left < counted.size(); left++) {
      List<Approval> others = new ArrayList<>(counted);
      others.remove(left);
      Assignment.shortfalls(required.asked(), others)
          .forEach((group, lacking) -> worst.merge(group, lacking, Math::max));
    }
    return worst;
  }

  /** {@code 2 required approvals, 1 of "risk" (one more than configured, because …)}. */
  @Override
  public String toString() {
    return people()
        + " required approvals"
        + required.asked().stream()
            .map(group -> ", %d of \"%s\"".formatted(group.required(), group.name()))
            .collect(Collectors.joining())
        + raise();
  }
}
