package dev.countersign.ci.process.control;

import java.util.List;
import java.util.Optional;

/** What a front answers when it is asked. */
public record FrontStatus(String line, List<AppStatus> apps) {
  public FrontStatus {
    apps = List.copyOf(apps);
  }

  /** The app that gets the requests. */
  public Optional<AppStatus> active() {
    return apps.stream().filter(status -> status.app().role() == AppRole.ACTIVE).findFirst();
  }

  /** Apps that were started and never switched to. */
  public List<AppStatus> candidates() {
    return apps.stream().filter(status -> status.app().role() == AppRole.CANDIDATE).toList();
  }

  /** The app of an id. */
  public Optional<AppStatus> app(String id) {
    return apps.stream().filter(status -> status.app().id().equals(id)).findFirst();
  }
}
