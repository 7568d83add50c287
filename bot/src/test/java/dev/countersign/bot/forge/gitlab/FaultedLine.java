package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeDeployment;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.modelrefs.value.CommitId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model and environment of its own for each case, and what GitLab knows of it. */
final class FaultedLine {
  private final GitLabBench bench;
  private final GitLabForge direct;
  private final String name;
  private final String source;
  private final CommitId head;

  /**
   * @param direct an adapter that no fault meets
   */
  FaultedLine(GitLabBench bench, GitLabForge direct, int index) {
    this.bench = bench;
    this.direct = direct;
    this.name = "model-%03d".formatted(index);
    this.source = "countersign/" + name + "/production";
    this.head =
        bench.push(source, bench.tip(ForgeBench.TARGET).orElseThrow(), name + ".json", "one");
  }

  GitLabBench bench() {
    return bench;
  }

  GitLabForge direct() {
    return direct;
  }

  String source() {
    return source;
  }

  CommitId head() {
    return head;
  }

  /** The merge request, which was opened before. */
  long number() {
    return requests().get(0).number();
  }

  long open() {
    return direct.open(draft("Promote 1.0.0")).number();
  }

  MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(source, ForgeBench.TARGET, title, "text", List.of("ml"), false);
  }

  List<CommitStatus> statuses() {
    return List.of(
        new CommitStatus(
            "countersign/promotion", CommitStatus.State.PENDING, "waits", Optional.empty()));
  }

  ForgeDeployment deployment(String page) {
    return new ForgeDeployment(
        name + "/production",
        head,
        ForgeBench.TARGET,
        true,
        "live",
        Optional.of(URI.create("https://models.example/" + page)));
  }

  void startDeployment() {
    api()
        .form(
            "POST",
            project() + "/deployments",
            Map.of(
                "environment",
                name + "/production",
                "sha",
                head.hex(),
                "ref",
                ForgeBench.TARGET,
                "tag",
                "false",
                "status",
                "running"));
  }

  /** Everything that GitLab shows of this line, without what differs from line to line. */
  String state() {
    List<String> lines = new ArrayList<>();
    for (FakeMergeRequest one : requests()) {
      lines.add(
          "%s draft=%s labels=%s reviewers=%s assignees=%s approvals=%d body=%s"
              .formatted(
                  one.title(),
                  one.draft(),
                  one.labels(),
                  one.reviewers(),
                  one.assignees(),
                  one.reviews().size(),
                  one.body()));
      one.comments().stream()
          .filter(comment -> !comment.system())
          .forEach(comment -> lines.add("comment " + comment.body()));
    }
    bench.gitLab().forge().statuses().stream()
        .filter(status -> status.sha().equals(head.hex()))
        .forEach(status -> lines.add("status " + status.name() + " " + status.state()));
    listed("/environments?name=", "external_url").forEach(lines::add);
    listed("/deployments?environment=", "status").forEach(lines::add);
    return String.join("\n", lines).replace(name, "MODEL").replace(head.hex(), "HEAD");
  }

  private List<String> listed(String path, String field) {
    List<String> found = new ArrayList<>();
    JsonNode all = api().get(project() + path + Caller.encode(name + "/production")).json();
    all.forEach(one -> found.add(path + " " + one.path(field).asText()));
    return found;
  }

  private List<FakeMergeRequest> requests() {
    return bench.gitLab().forge().mergeRequests().all().stream()
        .filter(one -> one.source().equals(source))
        .toList();
  }

  private Caller api() {
    return new Caller(
        bench.gitLab().baseUrl() + "/api/v4", Map.of("PRIVATE-TOKEN", bench.gitLab().botToken()));
  }

  private String project() {
    return "/projects/" + Caller.encode(bench.gitLab().projectPath());
  }
}
