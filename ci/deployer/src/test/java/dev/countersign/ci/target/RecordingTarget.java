package dev.countersign.ci.target;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A target in memory that keeps the port's contract and notes what it was asked. Thread-safe.
 * Several lines may share one.
 */
public final class RecordingTarget implements DeployTarget {
  /** One call that changed, or tried to change, something. */
  public sealed interface Call {
    /** {@link DeployTarget#apply}, with what came of it. */
    record Applied(Release release, ApplyOutcome outcome) implements Call {}

    /** {@link DeployTarget#remove}. */
    record Removed(ModelEnvironment line) implements Call {}
  }

  private final Map<ModelEnvironment, Digest> served = new ConcurrentHashMap<>();
  private final Set<Digest> unhealthy = new HashSet<>();
  private final List<Call> calls = new ArrayList<>();
  private Optional<String> down = Optional.empty();

  @Override
  public synchronized ApplyOutcome apply(Release release) {
    ApplyOutcome outcome = outcome(release);
    calls.add(new Call.Applied(release, outcome));
    return outcome;
  }

  private ApplyOutcome outcome(Release release) {
    Digest digest = release.reference().artifact().digest();
    if (down.isPresent()) {
      return new ApplyOutcome.Unreachable(down.get());
    }
    if (digest.equals(served.get(release.reference().line()))) {
      return new ApplyOutcome.AlreadyServing(digest);
    }
    if (unhealthy.contains(digest)) {
      return new ApplyOutcome.Unhealthy("\"" + digest + "\" did not become ready");
    }
    served.put(release.reference().line(), digest);
    return new ApplyOutcome.Serving(digest);
  }

  @Override
  public synchronized Observation observe(ModelEnvironment line) {
    if (down.isPresent()) {
      return new Observation.Unreachable(down.get());
    }
    return Optional.ofNullable(served.get(line))
        .<Observation>map(digest -> new Observation.Serves(digest, Observation.Means.SELF_REPORTED))
        .orElseGet(Observation.Nothing::new);
  }

  @Override
  public synchronized void remove(ModelEnvironment line) {
    served.remove(line);
    calls.add(new Call.Removed(line));
  }

  /** Every call so far that was not {@link #observe}, in order. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How many calls of {@link #apply} made a release serve that did not before. */
  public synchronized long switches() {
    return calls.stream()
        .filter(Call.Applied.class::isInstance)
        .map(call -> ((Call.Applied) call).outcome())
        .filter(ApplyOutcome.Serving.class::isInstance)
        .count();
  }

  /** From now on, releases with this digest do not become healthy. */
  public synchronized void makeUnhealthy(Digest digest) {
    unhealthy.add(digest);
  }

  /** Releases with this digest become healthy again. */
  public synchronized void makeHealthy(Digest digest) {
    unhealthy.remove(digest);
  }

  /** As if somebody had started other bytes behind the deployer's back. */
  public synchronized void serveBehindTheBack(ModelEnvironment line, Digest digest) {
    served.put(line, digest);
  }

  /** Makes every call answer that the target is unreachable. */
  public synchronized void goDown(String reason) {
    down = Optional.of(reason);
  }

  /** Ends what {@link #goDown} began; what was served is served. */
  public synchronized void comeUp() {
    down = Optional.empty();
  }
}
