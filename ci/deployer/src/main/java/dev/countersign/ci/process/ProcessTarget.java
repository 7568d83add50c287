package dev.countersign.ci.process;

import dev.countersign.ci.process.ServedReference.Answer;
import dev.countersign.ci.process.control.AppRecord;
import dev.countersign.ci.process.control.AppStatus;
import dev.countersign.ci.process.control.FrontStatus;
import dev.countersign.ci.process.control.StartRequest;
import dev.countersign.ci.process.control.StateFolder;
import dev.countersign.ci.target.ApplyOutcome;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.Release;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Serves a model by a program on this machine, behind a front process that owns the public port and
 * starts the apps. Thread-safe; deployers exclude each other by a lock in the state folder. Killed
 * anywhere and called again, it comes to the same end.
 */
public final class ProcessTarget implements DeployTarget {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final ProcessSettings settings;
  private final StateFolder state;
  private final ServedReference served;
  private final FrontLauncher fronts;
  private final ReleaseFolders releases;
  private final Consumer<ProcessStep> progress;

  /**
   * A target as configured.
   *
   * @param java how the front is started
   * @param progress told of each step of {@link #apply}
   * @throws CountersignException {@code CONFIGURATION_INVALID} with every problem
   */
  public ProcessTarget(TargetSpec spec, JavaCommand java, Consumer<ProcessStep> progress) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    this.settings = ProcessSettings.of(spec);
    this.state = new StateFolder(settings.state());
    this.served = new ServedReference(http);
    this.fronts = new FrontLauncher(settings, state, java, http);
    this.releases = new ReleaseFolders(settings, state, java);
    this.progress = progress;
  }

  @Override
  public ApplyOutcome apply(Release release) {
    try {
      return locked(() -> converge(release));
    } catch (CountersignException e) {
      return outcomeOf(e);
    }
  }

  private ApplyOutcome converge(Release release) {
    Digest expected = release.reference().artifact().digest();
    FrontClient front = fronts.ensure(release.reference().line());
    progress.accept(ProcessStep.FRONT_RUNNING);
    front.status().candidates().forEach(left -> front.stop(left.app().id()));
    if (observe(front).equals(serves(expected))) {
      return new ApplyOutcome.AlreadyServing(expected);
    }
    StartRequest app = releases.prepare(release);
    front.start(app);
    progress.accept(ProcessStep.APP_STARTED);
    Optional<String> failure = failure(front, app, expected);
    if (failure.isPresent()) {
      front.stop(app.id());
      return new ApplyOutcome.Unhealthy(failure.get());
    }
    progress.accept(ProcessStep.APP_READY);
    return switchTo(front, app, expected);
  }

  private Optional<String> failure(FrontClient front, StartRequest app, Digest expected) {
    Readiness.Result result = new Readiness(front, served).await(app, settings.readyTimeout());
    if (result instanceof Readiness.Result.Ready ready) {
      return ready.digest().equals(expected)
          ? Optional.empty()
          : Optional.of(
              "the app loaded \"%s\" where \"%s\" was expected"
                  .formatted(ready.digest(), expected));
    }
    return Optional.of(((Readiness.Result.Failed) result).reason());
  }

  private ApplyOutcome switchTo(FrontClient front, StartRequest app, Digest expected) {
    FrontStatus status = front.switchTo(app.id(), settings.drain());
    progress.accept(ProcessStep.SWITCHED);
    releases.prune(ids(status));
    Observation observed = observe(front);
    return observed.equals(serves(expected))
        ? new ApplyOutcome.Serving(expected)
        : new ApplyOutcome.Unreachable("after the switch the target answers " + observed);
  }

  @Override
  public Observation observe(ModelEnvironment line) {
    try {
      if (state.front().isEmpty()) {
        return new Observation.Nothing();
      }
      return fronts
          .find()
          .map(this::observe)
          .orElseGet(
              () -> new Observation.Unreachable("the front of \"" + state.root() + "\" has died"));
    } catch (CountersignException e) {
      return new Observation.Unreachable(e.explanation());
    }
  }

  /** The truth is asked of the app, through the public port. */
  private Observation observe(FrontClient front) {
    Optional<AppStatus> active = front.status().active();
    if (active.isEmpty()) {
      return new Observation.Nothing();
    }
    if (!active.get().alive()) {
      return new Observation.Unreachable("the app has ended with " + active.get().end());
    }
    Answer answer = served.ask(settings.publicUri());
    return answer instanceof Answer.Serves serves
        ? serves(serves.digest())
        : new Observation.Unreachable(((Answer.Silent) answer).reason());
  }

  private static Observation serves(Digest digest) {
    return new Observation.Serves(digest, Observation.Means.SELF_REPORTED);
  }

  @Override
  public void remove(ModelEnvironment line) {
    locked(
        () -> {
          fronts.find().ifPresent(this::shutDown);
          // What a front that died has left behind.
          for (AppRecord app : state.apps()) {
            app.process().find().ifPresent(ProcessHandle::destroy);
          }
          state.forgetFront();
          return line;
        });
  }

  private void shutDown(FrontClient front) {
    ProcessHandle process = front.address().process().find().orElseThrow();
    front.shutdown();
    Duration patience = settings.drain().plus(Duration.ofSeconds(20));
    boolean ended =
        Polling.until(patience, () -> Optional.of(process).filter(handle -> !handle.isAlive()))
            .isPresent();
    if (!ended) {
      throw new CountersignException(
          ErrorCode.TIMED_OUT,
          "the %s did not end within %d s".formatted(front.address(), patience.toSeconds()));
    }
  }

  private <T> T locked(Supplier<T> action) {
    state.make();
    return TargetLock.holding(state.deployLock(), settings.readyTimeout(), action);
  }

  private static Set<String> ids(FrontStatus status) {
    return status.apps().stream().map(app -> app.app().id()).collect(Collectors.toSet());
  }

  private static ApplyOutcome outcomeOf(CountersignException e) {
    return switch (e.code()) {
      case REMOTE_UNAVAILABLE, ENVIRONMENT_UNAVAILABLE, CONFLICT, TIMED_OUT ->
          new ApplyOutcome.Unreachable(e.explanation());
      case DEPLOYMENT_UNHEALTHY -> new ApplyOutcome.Unhealthy(e.explanation());
      default -> throw e;
    };
  }
}
