package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.fake.FakeMergeRequest.Ending;
import dev.countersign.bot.forge.fake.git.FakeRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All merge requests of the project; keeps them in step with the branches. */
public final class MergeRequests {
  private final FakeForge forge;
  private final FakeRepository repository;
  private final List<FakeMergeRequest> all = new ArrayList<>();

  MergeRequests(FakeForge forge, FakeRepository repository) {
    this.forge = forge;
    this.repository = repository;
  }

  /** Newest first. */
  public List<FakeMergeRequest> all() {
    List<FakeMergeRequest> newestFirst = new ArrayList<>(all);
    java.util.Collections.reverse(newestFirst);
    return newestFirst;
  }

  public Optional<FakeMergeRequest> find(long number) {
    return all.stream().filter(request -> request.number() == number).findFirst();
  }

  /** The open one of two branches. */
  public Optional<FakeMergeRequest> open(String source, String target) {
    return all.stream()
        .filter(FakeMergeRequest::open)
        .filter(one -> one.source().equals(source) && one.target().equals(target))
        .findFirst();
  }

  /** Opens one; both branches exist. */
  public FakeMergeRequest create(String source, String target, Person author) {
    FakeMergeRequest request =
        new FakeMergeRequest(all.size() + 1, source, target, author, forge.now());
    request.add(version(request));
    all.add(request);
    keepHead(request);
    return request;
  }

  /** Closes it in somebody's name. */
  public void close(FakeMergeRequest request, Person by) {
    request.close(new Ending(by, forge.now()));
    forge.happened(request, "closed", by, "");
  }

  /** Opens it again in somebody's name. */
  public void reopen(FakeMergeRequest request, Person by) {
    request.reopen();
    forge.happened(request, "reopened", by, "");
    refresh();
  }

  /** Takes notice of pushes since the last look, as of somebody who is not known. */
  public void refresh() {
    refresh(forge.system());
  }

  /** Takes notice of somebody's push. */
  public void refresh(Person pusher) {
    for (FakeMergeRequest request : all) {
      if (request.open()) {
        refresh(request, pusher);
      }
    }
  }

  private void refresh(FakeMergeRequest request, Person pusher) {
    Optional<String> tip = repository.tip(request.source());
    Optional<String> target = repository.tip(request.target());
    if (tip.isEmpty()) {
      close(request, pusher);
      return;
    }
    if (!tip.get().equals(request.head())) {
      request.add(version(request));
      keepHead(request);
      forge.pushed(request, pusher);
    }
    if (target.isPresent() && landed(request, target.get())) {
      Landings.byPush(request, new Ending(pusher, forge.now()), target.get());
      forge.happened(request, "merged", pusher, target.get());
    }
  }

  /** A branch that brings nothing was not merged; one whose commits the target has got was. */
  private boolean landed(FakeMergeRequest request, String target) {
    return !request.newest().commits().isEmpty() && repository.contains(target, request.head());
  }

  private Version version(FakeMergeRequest request) {
    String head = repository.tip(request.source()).orElseThrow();
    String target = repository.tip(request.target()).orElseThrow();
    Instant at = forge.now();
    return new Version(
        forge.nextId(),
        head,
        repository.mergeBase(target, head),
        target,
        repository.log(head, Optional.of(target)),
        at);
  }

  private void keepHead(FakeMergeRequest request) {
    repository.move(forge.headRef(request.number()), request.head());
  }
}
