package dev.countersign.bot.sync;

import dev.countersign.bot.config.BundlePlace;
import dev.countersign.bot.config.EnvironmentConfig;
import dev.countersign.bot.config.ModelConfig;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.log.OutcomeLog;
import dev.countersign.modelrefs.git.log.OutcomeRecord;
import dev.countersign.modelrefs.git.log.RunOutcome;
import dev.countersign.modelrefs.run.RunInfo;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the runs that nobody proposed, and proposes each to every environment that has no outcome
 * of it; newest first, so that an older one never shows up for review before it is found to be old.
 * Not thread-safe; any number of processes may collect at once.
 */
public final class BundleCollector {
  private final OutcomeLog log;
  private final RunProposals proposals;
  private final Instant now;

  /**
   * @param now what has been silent for too long is a question of it
   */
  public BundleCollector(OutcomeLog log, RunProposals proposals, Instant now) {
    this.log = log;
    this.proposals = proposals;
    this.now = now;
  }

  /** What became of the bundles of all models; one that fails stops no other. */
  public Collected collect(List<ModelConfig> models) {
    List<ModelConfig> watched =
        models.stream().filter(model -> model.bundles().isPresent()).toList();
    if (watched.isEmpty()) {
      return Collected.nothing();
    }
    Look look = new Look(watched, past(watched));
    Collected all = Collected.nothing();
    for (ModelConfig model : watched) {
      try {
        all = all.and(collect(model, model.bundles().orElseThrow(), look));
      } catch (RuntimeException e) {
        all = all.and(Collected.of(Problem.of("model " + model.name(), e)));
      }
    }
    return all;
  }

  private PastOutcomes past(List<ModelConfig> watched) {
    return new PastOutcomes(
        log.records(watched.stream().flatMap(model -> lines(model).stream()).toList()));
  }

  /** What one call looks at. */
  private record Look(List<ModelConfig> watched, PastOutcomes past) {
    /** Whether a bundle is another model's, whose runs leave theirs in the same folder. */
    boolean isOfAnother(ModelName model, BundlePlace place) {
      return watched.stream()
          .filter(other -> other.name().equals(model))
          .flatMap(other -> other.bundles().stream())
          .anyMatch(other -> other.folder().equals(place.folder()));
    }
  }

  /** Notes that runs failed, so that nobody is told of them again. May be repeated. */
  public void record(List<FailedRun> failed) {
    for (FailedRun run : failed) {
      for (ModelEnvironment line : run.lines()) {
        log.append(
            line,
            new OutcomeRecord(
                run.id(),
                RunOutcome.FAILED,
                Optional.empty(),
                Optional.empty(),
                now,
                "%s: %s".formatted(run.why().label(), run.reason())));
      }
    }
  }

  private Collected collect(ModelConfig model, BundlePlace place, Look look) {
    List<FoundBundle> found = new BundleFolder(place).look(now);
    Collected all = Collected.nothing();
    for (FoundBundle.Finished finished : newestFirst(found)) {
      all = all.and(finished(model, finished, place, look));
    }
    for (FoundBundle bundle : found) {
      all = all.and(withoutReport(model, bundle, look.past()));
    }
    return all;
  }

  private static List<FoundBundle.Finished> newestFirst(List<FoundBundle> found) {
    return found.stream()
        .filter(FoundBundle.Finished.class::isInstance)
        .map(FoundBundle.Finished.class::cast)
        .sorted(
            Comparator.comparing((FoundBundle.Finished bundle) -> run(bundle).finishedAt())
                .thenComparing(bundle -> run(bundle).id())
                .reversed())
        .toList();
  }

  private Collected finished(
      ModelConfig model, FoundBundle.Finished bundle, BundlePlace place, Look look) {
    ModelName named = bundle.bundle().report().model();
    if (!named.equals(model.name())) {
      return look.isOfAnother(named, place)
          ? Collected.nothing()
          : failed(
              model,
              bundle,
              look.past(),
              ErrorCode.INPUT_INVALID,
              "it is of the model \"%s\", and lies where \"%s\" leaves its runs"
                  .formatted(named, model.name()));
    }
    List<EnvironmentConfig> open =
        model.takingRuns().stream()
            .filter(environment -> !look.past().isDecided(line(model, environment), run(bundle)))
            .toList();
    return open.isEmpty() ? Collected.nothing() : proposals.propose(model, bundle, open);
  }

  private Collected withoutReport(ModelConfig model, FoundBundle bundle, PastOutcomes past) {
    if (bundle instanceof FoundBundle.Silent silent) {
      return failed(
          model,
          silent,
          past,
          ErrorCode.TRAINING_FAILED,
          "it left no run-report.json, and nothing in its folder has changed since "
              + silent.since());
    }
    if (bundle instanceof FoundBundle.Unusable unusable) {
      return RunProposals.READING_FAILS.contains(unusable.failure().code())
          ? failed(model, unusable, past, unusable.failure().code(), unusable.failure().inOneLine())
          : Collected.of(new Problem("bundle " + bundle.folder(), unusable.failure()));
    }
    return Collected.nothing();
  }

  private static Collected failed(
      ModelConfig model, FoundBundle bundle, PastOutcomes past, ErrorCode why, String reason) {
    String id = FailedRun.idOf(bundle.folder());
    List<ModelEnvironment> open =
        lines(model).stream().filter(line -> !past.isKnownToHaveFailed(line, id)).toList();
    return open.isEmpty()
        ? Collected.nothing()
        : Collected.of(
            new FailedRun(model.name(), id, Optional.empty(), bundle.folder(), why, reason, open));
  }

  private static RunInfo run(FoundBundle.Finished bundle) {
    return bundle.bundle().report().run();
  }

  private static List<ModelEnvironment> lines(ModelConfig model) {
    return model.takingRuns().stream().map(environment -> line(model, environment)).toList();
  }

  static ModelEnvironment line(ModelConfig model, EnvironmentConfig environment) {
    return new ModelEnvironment(model.name(), environment.name());
  }
}
