package dev.countersign.bot.scaffold;

import dev.countersign.bot.identity.CiPlatform;
import dev.countersign.modelrefs.evaluation.Task;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the CI file, and says what has to be done beside it. */
final class CiFiles {
  /** The file that a GitLab pipeline includes. */
  static final String GITLAB = "ci/countersign.gitlab-ci.yml";

  /** The workflow that a GitHub workflow calls. */
  static final String GITHUB = ".github/workflows/countersign.yml";

  private final ScaffoldRequest request;
  private final CiRequest ci;

  CiFiles(ScaffoldRequest request) {
    this.request = request;
    this.ci = request.ci();
  }

  /** The CI file; empty without a CI. */
  Optional<ScaffoldFile> file() {
    return ci.platform()
        .map(
            platform ->
                switch (platform) {
                  case GITLAB -> new ScaffoldFile(GITLAB, gitlab());
                  case GITHUB -> new ScaffoldFile(GITHUB, github());
                });
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

  private String github() {
    String separator = ci.proposes() && ci.deploys() ? "\n" : "";
    return template("head.yml")
        + "name: countersign\non:\n"
        + (ci.proposes() ? template("github-call.yml") : "")
        + (ci.deploys() ? template("github-push.yml") : "")
        + "permissions: {}\njobs:\n"
        + (ci.proposes() ? template("github-propose.yml") : "")
        + (ci.proposes() && ci.deploys() ? template("github-sync.yml") : "")
        + separator
        + (ci.deploys() ? template("github-deploy.yml") : "");
  }

  private String template(String name) {
    return Template.of(name)
        .filled(
            Map.of(
                "trainJob", ci.trainJob().text(),
                "callerRights", callerRights(),
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

  /** GitHub starts nothing unless the caller grants what each called job asks for, run or not. */
  private String callerRights() {
    return ci.deploys() ? ", deployments: write" : "";
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
