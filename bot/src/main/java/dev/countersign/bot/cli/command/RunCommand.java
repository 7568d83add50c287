package dev.countersign.bot.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.chat.RunLink;
import dev.countersign.bot.chat.events.RunEvents;
import dev.countersign.bot.cli.BotCommand;
import dev.countersign.bot.cli.Result;
import dev.countersign.bot.wiring.Deploying;
import dev.countersign.bot.wiring.PipelineEngines;
import dev.countersign.bot.wiring.Session;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.IoReason;
import dev.countersign.modelrefs.files.FileTree;
import dev.countersign.modelrefs.run.Scalar;
import dev.countersign.pipeline.engine.RunOrigin;
import dev.countersign.pipeline.engine.RunRequest;
import dev.countersign.pipeline.engine.RunResult;
import dev.countersign.pipeline.engine.Selection;
import dev.countersign.pipeline.spec.PipelineSpec;
import dev.countersign.pipeline.spec.codec.PipelineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: runs a training pipeline on this machine and leaves a run bundle. */
@Command(
    name = "run",
    description = "Run a training pipeline on this machine; what serves now predicts beside it.")
public final class RunCommand extends BotCommand {
  @Parameters(paramLabel = "PIPELINE", description = "A pipeline.yaml.")
  private Path pipeline = Path.of("");

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "Replaces a default of the pipeline; may be given several times.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the run bundle goes; must not exist. Default: runs/RUN-ID.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Step cache and logs; default: .countersign/work.",
      defaultValue = ".countersign/work")
  private Path work = Path.of("");

  @Option(
      names = "--baselines",
      paramLabel = "DIR",
      description = "Folders of models that serve now, by digest; default: fetched.")
  private Optional<Path> baselines = Optional.empty();

  @Option(names = "--step", paramLabel = "NAME", description = "Run this step only, anew.")
  private Optional<String> step = Optional.empty();

  @Option(names = "--from", paramLabel = "NAME", description = "Run from this step on, anew.")
  private Optional<String> from = Optional.empty();

  @Mixin private OriginOptions origin = new OriginOptions();

  @Override
  protected Result execute() {
    PipelineSpec spec = PipelineReader.read(pipeline);
    RunOrigin came = origin.origin(options(), console(), Clock.systemUTC());
    Map<String, Scalar> values = ParameterValues.of(parameters, spec);
    Path fetched = work.resolve("baselines").resolve(came.runId());
    try {
      LiveModels live = liveModels(spec, fetched);
      return shown(train(spec, request(values, came, live.folder())), live);
    } finally {
      forget(fetched);
    }
  }

  private RunRequest request(Map<String, Scalar> values, RunOrigin came, Optional<Path> live) {
    Path bundle = target.orElseGet(() -> Path.of("runs", came.runId()));
    return new RunRequest(
        new RunRequest.RunFolders(folder(), work, bundle),
        values,
        live,
        console().environment(),
        selection(),
        came);
  }

  private RunResult train(PipelineSpec spec, RunRequest request) {
    try {
      return PipelineEngines.local().run(spec, request, new RunProgress(console()));
    } catch (CountersignException failure) {
      if (failure.code() == ErrorCode.TRAINING_FAILED && options().nameRepository(console())) {
        tellOfFailure(spec, request.origin(), failure);
      }
      throw failure;
    }
  }

  private void tellOfFailure(PipelineSpec spec, RunOrigin came, CountersignException failure) {
    try (Session session = open()) {
      Optional<String> job = console().variable("CI_JOB_URL");
      new ChatReport(session, console())
          .tell(
              () ->
                  RunEvents.failed(
                      session.config(),
                      spec.model(),
                      new RunLink(came.runId(), job),
                      failure.explanation()),
              Result.object());
    } catch (CountersignException unopened) {
      console().tell("warning: the chat was not told: " + unopened.explanation());
    }
  }

  private Path folder() {
    return Optional.ofNullable(pipeline.toAbsolutePath().getParent()).orElse(Path.of("."));
  }

  /**
   * What serves now in every environment. A repository that the command line or a variable names
   * has to be read; one that only the CI implies may be closed to the job.
   */
  private LiveModels liveModels(PipelineSpec spec, Path fetched) {
    if (baselines.isPresent()) {
      return LiveModels.in(baselines);
    }
    if (options().repository().isPresent()) {
      return LiveModels.in(fetch(spec, fetched));
    }
    if (options().nameRepository(console())) {
      return LiveModels.fetchedOrNone(() -> fetch(spec, fetched), console());
    }
    console().tell("  no repository is named: what serves now is not fetched");
    return LiveModels.in(Optional.empty());
  }

  private Optional<Path> fetch(PipelineSpec spec, Path fetched) {
    try (Session session = open()) {
      return new Deploying(session).baselineFetcher().fetchAll(spec.model(), fetched);
    }
  }

  /** The steps have ended, and a copy of every live model for each run fills a disk. */
  private void forget(Path fetched) {
    try {
      FileTree.delete(fetched);
    } catch (IOException e) {
      console()
          .tell("warning: fetched models stay in \"%s\": %s".formatted(fetched, IoReason.of(e)));
    }
  }

  private Selection selection() {
    if (step.isPresent() && from.isPresent()) {
      throw new CountersignException(ErrorCode.USAGE, "give --step or --from, not both");
    }
    return step.<Selection>map(Selection.Only::new)
        .or(() -> from.map(Selection.From::new))
        .orElseGet(Selection.All::new);
  }

  private static Result shown(RunResult result, LiveModels live) {
    ObjectNode data = Result.object();
    data.put("runId", result.runId());
    result.bundle().ifPresent(bundle -> data.put("bundle", bundle.toString()));
    live.warning().ifPresent(warning -> data.putArray("warnings").add(warning));
    result.steps().forEach(each -> data.withObject("/steps").put(each.name(), each.outcome()));
    return Result.done(
        data,
        result
            .bundle()
            .map(bundle -> "run bundle: " + bundle + "\nnext: countersign propose " + bundle)
            .orElse("the step ran; no bundle is made by a single step"));
  }
}
