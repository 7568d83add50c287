package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.git.Contention;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All merge requests of a repository, each looked at afresh: what happened to their branches in the
 * meantime is recorded before they are given out. Every call may be repeated.
 */
final class LocalMergeRequests {
  private static final List<String> REFS = List.of(MergeRequestChains.ALL, "refs/heads/*");

  private final GitRepository repository;
  private final MergeRequestChains chains;
  private final BranchWatch watch;

  LocalMergeRequests(GitRepository repository, LocalForgeSettings settings) {
    this.repository = repository;
    this.chains = new MergeRequestChains(repository);
    this.watch = new BranchWatch(repository, settings);
  }

  /** What a call found: the refs, and the merge requests that belong to them, newest first. */
  record Look(Map<String, CommitId> refs, List<LocalMergeRequest> requests) {
    Look {
      requests = List.copyOf(requests);
    }

    Optional<CommitId> branch(String name) {
      return BranchWatch.branch(refs, name);
    }

    Optional<LocalMergeRequest> openFrom(String source) {
      return requests.stream()
          .filter(request -> request.isOpen() && request.source().equals(source))
          .findFirst();
    }

    long nextNumber() {
      return requests.isEmpty() ? 1 : requests.get(0).number() + 1;
    }
  }

  /** What to write after a look; no events: nothing. */
  record Change(List<LocalEvent> events, Optional<String> body, List<RefUpdate> others) {
    static final Change NONE = new Change(List.of(), Optional.empty(), List.of());

    Change {
      events = List.copyOf(events);
      others = List.copyOf(others);
    }

    static Change of(LocalEvent event) {
      return new Change(List.of(event), Optional.empty(), List.of());
    }
  }

  /** Everything, newest first. */
  Look look() {
    return Contention.untilWon(this::tryLook, "the merge requests");
  }

  /**
   * One merge request.
   *
   * @throws CountersignException {@code NOT_FOUND}
   */
  LocalMergeRequest get(long number) {
    return Contention.untilWon(() -> tryGet(fetch(), number), name(number));
  }

  /**
   * Changes a merge request; who loses the race looks and decides again.
   *
   * @param decision sees the merge request and the refs as they are; may refuse by an exception
   * @return the merge request as it then is
   */
  LocalMergeRequest change(long number, Decider decision) {
    return Contention.untilWon(
        () -> {
          Map<String, CommitId> refs = fetch();
          return tryGet(refs, number)
              .flatMap(request -> push(request, decision.decide(request, refs)));
        },
        name(number));
  }

  /** Decides what to write. */
  @FunctionalInterface
  interface Decider {
    Change decide(LocalMergeRequest request, Map<String, CommitId> refs);
  }

  /**
   * Opens a merge request under the next number, or hands back what another one has opened.
   *
   * @param existing looks for one that is open already
   * @param opening the first events, if there is none
   */
  LocalMergeRequest open(
      Function<Look, Optional<LocalMergeRequest>> existing,
      Function<Look, List<LocalEvent>> opening,
      String body) {
    return Contention.untilWon(
        () ->
            tryLook()
                .flatMap(
                    look -> {
                      Optional<LocalMergeRequest> found = existing.apply(look);
                      return found.isPresent()
                          ? found
                          : create(look.nextNumber(), opening.apply(look), body);
                    }),
        "the list of merge requests");
  }

  private Optional<LocalMergeRequest> create(long number, List<LocalEvent> events, String body) {
    CommitId tip = chains.begin(number, events, body);
    RefUpdate creation =
        new RefUpdate(MergeRequestChains.ref(number), Optional.empty(), Optional.of(tip));
    return Contention.moved(repository.push(List.of(creation)))
        ? Optional.of(new LocalMergeRequest(number, tip, events, body))
        : Optional.empty();
  }

  private Map<String, CommitId> fetch() {
    return repository.fetch(REFS);
  }

  private Optional<Look> tryLook() {
    Map<String, CommitId> refs = fetch();
    List<LocalMergeRequest> requests = new ArrayList<>();
    for (String ref : refs.keySet()) {
      if (MergeRequestChains.number(ref).isPresent()) {
        Optional<LocalMergeRequest> current =
            tryGet(refs, MergeRequestChains.number(ref).getAsLong());
        if (current.isEmpty()) {
          return Optional.empty();
        }
        requests.add(current.get());
      }
    }
    requests.sort(Comparator.comparingLong(LocalMergeRequest::number).reversed());
    return Optional.of(new Look(refs, requests));
  }

  /** The merge request with its news recorded; empty if somebody else was writing to it. */
  private Optional<LocalMergeRequest> tryGet(Map<String, CommitId> refs, long number) {
    CommitId tip = refs.get(MergeRequestChains.ref(number));
    if (tip == null) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "there is no merge request \"%d\"".formatted(number));
    }
    LocalMergeRequest request = chains.read(number, tip);
    return push(request, watch.news(request, refs));
  }

  private Optional<LocalMergeRequest> push(LocalMergeRequest request, Change change) {
    if (change.events().isEmpty()) {
      return Optional.of(request);
    }
    CommitId tip = chains.append(request, change.events(), change.body());
    List<RefUpdate> updates = new ArrayList<>(change.others());
    updates.add(
        new RefUpdate(
            MergeRequestChains.ref(request.number()),
            Optional.of(request.tip()),
            Optional.of(tip)));
    return Contention.moved(repository.push(updates))
        ? Optional.of(chains.read(request.number(), tip))
        : Optional.empty();
  }

  private static String name(long number) {
    return "merge request " + number;
  }
}
