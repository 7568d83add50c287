package dev.countersign.bot.forge.fake.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked of the server, oldest first. Thread-safe. */
public final class Journal {
  /**
   * One request.
   *
   * @param query without the question mark; may be empty
   * @param owner whose token came with it; empty without one
   * @param mutation whether it may change something: not {@code GET}, and no GraphQL query
   * @param known false if the fake has no such endpoint
   */
  public record Call(
      String method,
      String path,
      String query,
      int status,
      String owner,
      boolean mutation,
      boolean known) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Call> gitCalls = new CopyOnWriteArrayList<>();

  void add(Call call) {
    calls.add(call);
  }

  /** Notes a request of a Git client. */
  public void addGit(Call call) {
    gitCalls.add(call);
  }

  /** Requests to the API. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Requests of Git clients. */
  public List<Call> gitCalls() {
    return List.copyOf(gitCalls);
  }

  /** How many requests only asked. */
  public long reads() {
    return calls.stream().filter(call -> !call.mutation()).count();
  }

  /** How many requests meant to change something, refused ones included. */
  public long writes() {
    return calls.stream().filter(Call::mutation).count();
  }

  /** Forgets everything so far. */
  public void clear() {
    calls.clear();
    gitCalls.clear();
  }
}
