package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Approval;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a promotion is approved, by whom, and why others did not count. */
public sealed interface ApprovalDecision {
  /** One approval of each person who counts, in order of time. */
  List<Approval> counted();

  /** Each person whose approval did not count, once. */
  List<NotCounted> notCounted();

  /** How many distinct people have to approve; may be none. */
  Quorum required();

  /** Enough people approved. */
  record Approved(List<Approval> counted, List<NotCounted> notCounted, Quorum required)
      implements ApprovalDecision {
    public Approved {
      counted = List.copyOf(counted);
      notCounted = List.copyOf(notCounted);
    }
  }

  /** Too few people approved. */
  record NotApproved(List<Approval> counted, List<NotCounted> notCounted, Quorum required)
      implements ApprovalDecision {
    public NotApproved {
      counted = List.copyOf(counted);
      notCounted = List.copyOf(notCounted);
    }
  }

  /** Who counted, why others did not, and what is missing, for people. */
  default String explanation() {
    String count = counted().size() + " of " + required();
    String who =
        counted().isEmpty()
            ? "nobody counted"
            : "counted "
                + counted().stream()
                    .map(approval -> "\"" + approval.by() + "\"" + mark(approval))
                    .collect(Collectors.joining(", "));
    String others =
        notCounted().isEmpty()
            ? ""
            : "; not counted "
                + notCounted().stream().map(NotCounted::toString).collect(Collectors.joining(", "));
    return count + ": " + who + others + (this instanceof NotApproved ? missing() : "");
  }

  /** How many more people have to approve, at least. */
  default int lacking() {
    int ofGroups =
        required().shortfalls(counted()).values().stream().mapToInt(Integer::intValue).sum();
    return Math.max(ofGroups, required().people() - counted().size());
  }

  private String missing() {
    Map<String, Integer> shortfalls = required().shortfalls(counted());
    String groups =
        shortfalls.isEmpty()
            ? ""
            : "; missing "
                + shortfalls.entrySet().stream()
                    .map(lack -> "%d of \"%s\"".formatted(lack.getValue(), lack.getKey()))
                    .collect(Collectors.joining(", "));
    return groups
        + required().required().unreadable().stream()
            .map(problem -> "; " + problem)
            .collect(Collectors.joining());
  }

  private static String mark(Approval approval) {
    return approval.simulated() ? " (simulated)" : "";
  }
}
