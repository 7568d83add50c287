package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.Console;
import dev.countersign.bot.cli.GlobalOptions;
import dev.countersign.bot.identity.CiJob;
import dev.countersign.bot.identity.CiPlatform;
import dev.countersign.bot.scaffold.CiRequest;
import dev.countersign.bot.scaffold.CiTask;
import dev.countersign.bot.scaffold.PlainWord;
import dev.countersign.bot.scaffold.ScaffoldRequest;
import dev.countersign.modelrefs.artifact.ArtifactUri;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Task;
import dev.countersign.modelrefs.value.EnvironmentName;
import dev.countersign.modelrefs.value.ModelName;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a repository is set up for. */
final class ScaffoldOptions {
  @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model.")
  private String model = "";

  @Option(
      names = "--task",
      required = true,
      paramLabel = "TASK",
      description = "What it predicts: ${COMPLETION-CANDIDATES}.")
  private Task task = Task.REGRESSION;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Its first environment; default: ${DEFAULT-VALUE}.",
      defaultValue = "production")
  private String environment = "";

  @Option(
      names = "--approvers",
      split = ",",
      paramLabel = "LOGIN",
      description = "Whose approval counts; several with commas between them.")
  private List<String> approvers = List.of();

  @Option(
      names = "--store",
      paramLabel = "URI",
      description = "Where artifacts are kept; default: ${DEFAULT-VALUE}, a placeholder.",
      defaultValue = "file:///srv/models/")
  private String store = "";

  @Option(
      names = "--jobs",
      split = ",",
      paramLabel = "JOB",
      description =
          "What this repository's CI does: ${COMPLETION-CANDIDATES}; default: both. Where the"
              + " references live in another project, one proposes and the other deploys.")
  private Set<CiTask> jobs = EnumSet.allOf(CiTask.class);

  @Option(
      names = "--train-job",
      paramLabel = "NAME",
      description = "The CI job that trains; default: ${DEFAULT-VALUE}.",
      defaultValue = "train")
  private String trainJob = "";

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description =
          "Where it leaves model, predictions.csv, metrics.json and training-rows.txt; default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "out")
  private String files = "";

  @Option(
      names = "--ci",
      paramLabel = "NAME",
      description =
          "Whose CI file: gitlab, github or none; default: --forge, else that of this CI.")
  private Optional<String> ciName = Optional.empty();

  @Option(
      names = "--references-in",
      paramLabel = "PROJECT",
      description = "GROUP/PROJECT of the references, where they live in another project.")
  private Optional<String> project = Optional.empty();

  /** Whether the configuration belongs into this repository. */
  boolean configures() {
    return jobs.contains(CiTask.DEPLOY);
  }

  /**
   * What was asked for.
   *
   * @throws CountersignException {@code USAGE}
   */
  ScaffoldRequest request(GlobalOptions options, Console console) {
    CiRequest ci =
        new CiRequest(
            platform(options, console),
            jobs,
            Arguments.read(trainJob, PlainWord::new),
            Arguments.read(files, PlainWord::new),
            project.map(text -> Arguments.read(text, PlainWord::new)));
    return new ScaffoldRequest(
        Arguments.read(model, ModelName::new),
        task,
        configures() ? Optional.of(promotion()) : Optional.empty(),
        options.branch(),
        ci);
  }

  private ScaffoldRequest.Promotion promotion() {
    if (approvers.isEmpty()) {
      throw new CountersignException(
          ErrorCode.USAGE, "who may approve? Give --approvers LOGIN,LOGIN");
    }
    return new ScaffoldRequest.Promotion(
        Arguments.read(environment, EnvironmentName::new),
        approvers,
        Arguments.read(store, ArtifactUri::new));
  }

  private Optional<CiPlatform> platform(GlobalOptions options, Console console) {
    Optional<String> name = ciName.or(options::forgeName);
    if (name.isEmpty()) {
      return CiJob.of(console.environment()).map(CiJob::platform);
    }
    return switch (name.get().toLowerCase(Locale.ROOT)) {
      case "none", "local" -> Optional.empty();
      case "gitlab" -> Optional.of(CiPlatform.GITLAB);
      case "github" -> Optional.of(CiPlatform.GITHUB);
      default ->
          throw new CountersignException(
              ErrorCode.USAGE,
              "\"%s\" is not a CI; --ci takes gitlab, github or none".formatted(name.get()));
    };
  }
}
