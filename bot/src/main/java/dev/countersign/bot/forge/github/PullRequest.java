package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A pull request, as every list and every answer of GitHub has it.
 *
 * @param nodeId its name in GraphQL
 * @param labels as GitHub has them, {@link #BLOCKED} included
 * @param mergeCommit empty unless merged
 * @param endedAt empty while open
 * @param asked who is asked for a review and has not answered
 */
record PullRequest(
    long number,
    String nodeId,
    String url,
    Text text,
    CommitId head,
    Identity author,
    List<String> labels,
    boolean draft,
    boolean open,
    Optional<CommitId> mergeCommit,
    Optional<Instant> endedAt,
    List<String> asked,
    List<String> assigned) {
  /** Says what a draft says where GitHub has no drafts. */
  static final String BLOCKED = "countersign: blocked";

  private static final Identity GHOST = new Identity("ghost", Optional.empty());

  /** What was written by its author. */
  record Text(String source, String target, String title, String body) {}

  PullRequest {
    labels = List.copyOf(labels);
    asked = List.copyOf(asked);
    assigned = List.copyOf(assigned);
  }

  /**
   * From the pulls API.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code REMOTE_UNAVAILABLE} if it
   *     is something else
   */
  static PullRequest of(JsonNode json) {
    return AnswerForm.of("a pull request", () -> read(json));
  }

  private static PullRequest read(JsonNode json) {
    boolean merged = !json.path("merged_at").asText("").isEmpty() && json.hasNonNull("merged_at");
    return new PullRequest(
        json.path("number").asLong(),
        json.path("node_id").asText(),
        json.path("html_url").asText(),
        text(json),
        new CommitId(json.path("head").path("sha").asText()),
        identity(json.path("user")),
        texts(json.path("labels"), "name"),
        json.path("draft").asBoolean(),
        json.path("state").asText().equals("open"),
        merged
            ? Optional.of(new CommitId(json.path("merge_commit_sha").asText()))
            : Optional.empty(),
        time(json.path("closed_at")),
        texts(json.path("requested_reviewers"), "login"),
        texts(json.path("assignees"), "login"));
  }

  /** The same with other labels. */
  PullRequest withLabels(List<String> others) {
    return new PullRequest(
        number,
        nodeId,
        url,
        text,
        head,
        author,
        others,
        draft,
        open,
        mergeCommit,
        endedAt,
        asked,
        assigned);
  }

  /** The same with another draft state. */
  PullRequest withDraft(boolean other) {
    return new PullRequest(
        number,
        nodeId,
        url,
        text,
        head,
        author,
        labels,
        other,
        open,
        mergeCommit,
        endedAt,
        asked,
        assigned);
  }

  /** Whether it says that it must not be merged yet. */
  boolean blocked() {
    return draft || labels.contains(BLOCKED);
  }

  /** An account; GitHub shows a deleted one as {@code ghost}. */
  static Identity identity(JsonNode user) {
    return user.hasNonNull("login")
        ? new Identity(user.path("login").asText(), Optional.of(user.path("id").asLong()))
        : GHOST;
  }

  static Optional<Instant> time(JsonNode json) {
    return json.isTextual() ? Optional.of(Instant.parse(json.asText())) : Optional.empty();
  }

  /** A body edited in a browser comes with CRLF. */
  private static Text text(JsonNode json) {
    String body = json.hasNonNull("body") ? json.path("body").asText() : "";
    return new Text(
        json.path("head").path("ref").asText(),
        json.path("base").path("ref").asText(),
        json.path("title").asText(),
        body.replace("\r\n", "\n"));
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.path(field).asText())
        .toList();
  }
}
