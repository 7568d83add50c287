package dev.countersign.ci.process.front;

import dev.countersign.ci.process.control.AppRecord;
import dev.countersign.ci.process.control.AppRole;
import dev.countersign.ci.process.control.AppStatus;
import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.StateFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts, switches and stops the apps of one front. At most one is active and at most one a
 * candidate; what it has is noted in the state folder before requests depend on it. Thread-safe:
 * changes exclude each other, an app is drained without holding up the others.
 */
final class Supervisor {
  /** An app in its role. */
  private record Entry(App app, AppRole role) {
    AppRecord toRecord() {
      return app.as(role);
    }
  }

  private final StateFolder state;
  private final ActiveUpstream active;
  private final Consumer<String> events;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Supervisor(StateFolder state, ActiveUpstream active, Consumer<String> events) {
    this.state = state;
    this.active = active;
    this.events = events;
  }

  /** Takes over the active app of a front that died, and stops what else that one had. */
  synchronized void adopt() throws InterruptedException {
    for (AppRecord record : state.apps()) {
      Optional<App> app = App.adopt(record);
      if (app.isEmpty()) {
        continue;
      }
      if (record.role() == AppRole.ACTIVE) {
        entries.put(record.id(), new Entry(app.get(), AppRole.ACTIVE));
        active.set(Optional.of(app.get().upstream()));
        events.accept("adopted " + record.id());
      } else {
        app.get().stop();
      }
    }
    note();
  }

  /** Starts a candidate; one that was there before is stopped. */
  synchronized AppStatus start(StartRequest request) throws IOException, InterruptedException {
    for (Entry entry : List.copyOf(entries.values())) {
      if (entry.role() == AppRole.CANDIDATE) {
        stop(entry.app().id());
      }
    }
    App app = App.start(request);
    entries.put(app.id(), new Entry(app, AppRole.CANDIDATE));
    note();
    events.accept(request.toString());
    return app.status(AppRole.CANDIDATE);
  }

  /**
   * Makes a candidate the active app; returns when the one before has answered its last request and
   * is stopped. Repeating it changes nothing.
   *
   * @throws NoSuchElementException if there is no such app
   */
  void switchTo(String id) throws InterruptedException {
    List<App> replaced = swap(id);
    for (App app : replaced) {
      app.drainAndStop();
      forget(app.id());
      events.accept("drained and stopped " + app.id());
    }
  }

  private synchronized List<App> swap(String id) {
    Entry next = entry(id);
    if (next.role() == AppRole.ACTIVE) {
      return List.of();
    }
    List<App> replaced = new ArrayList<>();
    entries.replaceAll(
        (key, entry) -> {
          if (entry.role() != AppRole.ACTIVE) {
            return entry;
          }
          replaced.add(entry.app());
          return new Entry(entry.app(), AppRole.DRAINING);
        });
    entries.put(id, new Entry(next.app(), AppRole.ACTIVE));
    note();
    active.set(Optional.of(next.app().upstream()));
    events.accept("switched to " + id);
    return replaced;
  }

  /**
   * Stops an app that is not active; one that is not there is stopped already.
   *
   * @throws IllegalStateException if it is active
   */
  synchronized void stop(String id) throws InterruptedException {
    Entry entry = entries.get(id);
    if (entry == null) {
      return;
    }
    if (entry.role() == AppRole.ACTIVE) {
      throw new IllegalStateException("\"" + id + "\" is active");
    }
    entry.app().stop();
    forget(id);
    events.accept("stopped " + id);
  }

  /** Stops every app, the active one after its last answers. */
  void stopAll() throws InterruptedException {
    active.set(Optional.empty());
    for (String id : ids()) {
      App app = entry(id).app();
      app.drainAndStop();
      forget(id);
    }
  }

  synchronized List<AppStatus> status() {
    return entries.values().stream().map(entry -> entry.app().status(entry.role())).toList();
  }

  private synchronized List<String> ids() {
    return List.copyOf(entries.keySet());
  }

  private synchronized Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new NoSuchElementException("there is no app \"" + id + "\"");
    }
    return entry;
  }

  private synchronized void forget(String id) {
    entries.remove(id);
    note();
  }

  private void note() {
    state.writeApps(entries.values().stream().map(Entry::toRecord).toList());
  }
}
