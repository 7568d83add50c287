package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.ForgeDeployment;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.http.Caller;
import dev.countersign.bot.review.ReviewInputs;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model and environment of its own for each case, and what GitHub knows of it. */
final class FaultedLine {
  private final GitHubBench bench;
  private final GitHubForge direct;
  private final String name;
  private final String source;
  private CommitId head;

  /**
   * @param direct an adapter that no fault meets
   */
  FaultedLine(GitHubBench bench, GitHubForge direct, int index) {
    this.bench = bench;
    this.direct = direct;
    this.name = "model-%03d".formatted(index);
    this.source = "countersign/" + name + "/production";
    this.head = push();
  }

  GitHubBench bench() {
    return bench;
  }

  GitHubForge direct() {
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

  void approveAndPush() {
    bench.approve(open(), "alice");
    head = push();
  }

  MergeRequestDraft draft(String title) {
    return draft(title, List.of("ml"), false);
  }

  MergeRequestDraft draft(String title, List<String> labels, boolean draft) {
    return new MergeRequestDraft(source, ForgeBench.TARGET, title, "text", labels, draft);
  }

  List<CommitStatus> statuses() {
    return List.of(
        new CommitStatus(
            "countersign/promotion", CommitStatus.State.PENDING, "waits", Optional.empty()));
  }

  ForgeDeployment deployment() {
    return new ForgeDeployment(
        name + "/production", head, ForgeBench.TARGET, true, "live", Optional.empty());
  }

  /** Everything that GitHub shows of this line, without what differs from line to line. */
  String state() {
    List<String> lines = new ArrayList<>();
    for (FakeMergeRequest one : requests()) {
      lines.add(
          "%s draft=%s labels=%s reviewers=%s assignees=%s body=%s"
              .formatted(
                  one.title(),
                  one.draft(),
                  one.labels(),
                  one.reviewers(),
                  one.assignees(),
                  one.body()));
      one.reviews().forEach(review -> lines.add("review " + review.state()));
      one.comments().forEach(comment -> lines.add("comment " + comment.body()));
    }
    bench.gitHub().forge().statuses().stream()
        .filter(status -> status.sha().equals(head.hex()))
        .forEach(status -> lines.add("status " + status.name() + " " + status.state()));
    deployments(lines);
    return String.join("\n", lines).replace(name, "MODEL");
  }

  private void deployments(List<String> lines) {
    Caller api =
        new Caller(
            bench.gitHub().apiUrl() + "/repos/" + bench.gitHub().fullName() + "/deployments",
            Map.of("Authorization", "Bearer " + bench.gitHub().botToken()));
    JsonNode all = api.get("?environment=" + Caller.encode(name + "/production")).json();
    for (JsonNode one : all) {
      lines.add("deployment");
      api.get("/" + one.path("id").asLong() + "/statuses")
          .json()
          .forEach(status -> lines.add("deployed " + status.path("state").asText()));
    }
  }

  private CommitId push() {
    String reference = new String(ReferenceCodec.encode(reference()), StandardCharsets.UTF_8);
    return bench.push(
        source,
        Optional.ofNullable(head).orElseGet(() -> bench.tip(ForgeBench.TARGET).orElseThrow()),
        "model-refs/"
            + name
            + "/production/"
            + (head == null ? "model-reference.json" : "note.txt"),
        reference);
  }

  /** A reference of this line; one of another line counts as none. */
  private ModelReference reference() {
    ModelReference other = ReviewInputs.better().candidate();
    return new ModelReference(
        ModelEnvironment.of(name, "production"),
        other.version(),
        other.highestVersion(),
        other.sequence(),
        other.origin(),
        other.artifact(),
        other.evaluation(),
        other.provenance(),
        other.inputSchema(),
        other.changeRequest(),
        other.rollbackOf());
  }

  private List<FakeMergeRequest> requests() {
    return bench.gitHub().forge().mergeRequests().all().stream()
        .filter(one -> one.source().equals(source))
        .toList();
  }
}
