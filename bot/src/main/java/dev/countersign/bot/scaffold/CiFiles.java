package dev.countersign.bot.scaffold;

import dev.countersign.bot.identity.CiPlatform;
import dev.countersign.modelrefs.evaluation.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the CI files, and says what has to be done beside them.
 *
 * <p>GitHub checks the rights of every job of a called workflow against those of the calling job
 * before anything runs, whether or not the job would be skipped; see <a
 * href="https://github.com/actions/runner/issues/4151">actions/runner 4151</a>. The proposing job
 * therefore has a file of its own: its caller grants what it needs and not what deploying needs.
 */
final class CiFiles {
  /** The file that a GitLab pipeline includes. */
  static final String GITLAB = "ci/countersign.gitlab-ci.yml";

  /** The workflow that a GitHub workflow calls to propose. */
  static final String GITHUB_PROPOSING = ".github/workflows/countersign-propose.yml";

  /** The workflow that GitHub starts for a merge, and by the hour. */
  static final String GITHUB_DEPLOYING = ".github/workflows/countersign-deploy.yml";

  private final ScaffoldRequest request;
  private final CiRequest ci;

  CiFiles(ScaffoldRequest request) {
    this.request = request;
    this.ci = request.ci();
  }

  /** The CI files; none without a CI. */
  List<ScaffoldFile> files() {
    return ci.platform()
        .map(
            platform ->
                switch (platform) {
                  case GITLAB -> List.of(new ScaffoldFile(GITLAB, gitlab()));
                  case GITHUB -> github();
                })
        .orElse(List.of());
  }

  /** The lines that a person adds to the CI file that exists. */
  List<String> linesToAdd() {
    Optional<CiPlatform> platform = ci.platform();
    if (platform.isEmpty()) {
      return List.of();
    }
    if (platform.get() == CiPlatform.GITLAB) {
      return List.of("include: " + GITLAB);
    }
    return ci.proposes() ? template("github-caller.yml").lines().toList() : List.of();
  }

  private String gitlab() {
    String separator = ci.proposes() && ci.deploys() ? "\n" : "";
    return template("head.yml")
        + (ci.proposes() ? template("gitlab-propose.yml") : "")
        + separator
        + (ci.deploys() ? template("gitlab-deploy.yml") : "");
  }

  private List<ScaffoldFile> github() {
    List<ScaffoldFile> files = new ArrayList<>();
    if (ci.proposes()) {
      files.add(new ScaffoldFile(GITHUB_PROPOSING, workflow("github-propose.yml")));
    }
    if (ci.deploys()) {
      String sync = ci.proposes() ? template("github-sync.yml") : "";
      files.add(new ScaffoldFile(GITHUB_DEPLOYING, workflow("github-deploy.yml") + sync));
    }
    return files;
  }

  private String workflow(String jobs) {
    return template("head.yml") + template(jobs);
  }

  private String template(String name) {
    return Template.of(name)
        .filled(
            Map.of(
                "trainJob", ci.trainJob().text(),
                "folder", ci.files().text(),
                "bundle", bundle(),
                "project", ci.project().map(project -> " --project " + project).orElse(""),
                "branch", Template.quoted(request.branch()),
                "environment",
                    request
                        .promotion()
                        .map(promotion -> promotion.environment().value())
                        .orElse("")));
  }

  private String bundle() {
    return "--model %s --task %s --artifact %s/model --predictions %s/predictions.csv --metrics %s/metrics.json --dataset %s-test --training-rows %s/training-rows.txt"
        .formatted(
            request.model(),
            name(request.task()),
            ci.files(),
            ci.files(),
            ci.files(),
            request.model(),
            ci.files());
  }

  private static String name(Task task) {
    return task.name().toLowerCase(Locale.ROOT);
  }
}
