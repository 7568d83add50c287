package dev.countersign.bot.forge.gitlab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.gitlab4j.api.models.AbstractUser;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.MergeRequestParams;

/** Asks people to review. */
final class ReviewRequests {
  private final MergeRequestCalls requests;
  private final ProjectCalls people;

  ReviewRequests(MergeRequestCalls requests, ProjectCalls people) {
    this.requests = requests;
    this.people = people;
  }

  /**
   * Asks all, unless one of them was asked before: then the others were taken off by a person, or
   * by GitLab, whose free plan keeps one reviewer.
   *
   * @param current the merge request as it was read last
   * @return the logins that are unknown, or that GitLab did not take
   */
  List<String> ask(long number, List<String> logins, LongFunction<MergeRequest> current) {
    MergeRequest request = current.apply(number);
    if (logins.isEmpty() || asked(request).anyMatch(login -> contains(logins, login))) {
      return List.of();
    }
    Map<String, Long> known = new LinkedHashMap<>();
    logins.forEach(login -> people.userId(login).ifPresent(id -> known.put(login, id)));
    List<String> refused = known.isEmpty() ? List.of() : refused(number, request, known);
    return logins.stream()
        .filter(login -> !known.containsKey(login) || refused.contains(login))
        .toList();
  }

  private List<String> refused(long number, MergeRequest request, Map<String, Long> known) {
    MergeRequestParams wanted =
        new MergeRequestParams()
            .withReviewerIds(
                Stream.concat(ids(request.getReviewers()), known.values().stream())
                    .distinct()
                    .toList());
    if (users(request.getAssignees()).isEmpty()) {
      wanted.withAssigneeIds(List.of(known.values().iterator().next()));
    }
    List<String> taken =
        users(requests.update(number, wanted).getReviewers()).stream()
            .map(AbstractUser::getUsername)
            .toList();
    return taken.size() == 1
        ? List.of()
        : known.keySet().stream().filter(login -> !contains(taken, login)).toList();
  }

  private static Stream<String> asked(MergeRequest request) {
    return users(request.getReviewers()).stream().map(AbstractUser::getUsername);
  }

  private static Stream<Long> ids(List<? extends AbstractUser<?>> given) {
    return users(given).stream().map(AbstractUser::getId);
  }

  private static List<? extends AbstractUser<?>> users(List<? extends AbstractUser<?>> given) {
    return Optional.ofNullable(given).map(List::copyOf).orElse(List.of());
  }

  private static boolean contains(List<String> logins, String login) {
    return logins.stream().anyMatch(login::equalsIgnoreCase);
  }
}
