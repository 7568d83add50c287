package dev.countersign.bot.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.forge.CommentDecisions;
import dev.countersign.bot.forge.CommentDecisions.Comment;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.git.MergeRequestHeads;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what people did with a pull request: two requests while nobody did anything. */
final class ConversationReader {
  private final GitHubConnection gitHub;
  private final PullRequests pulls;
  private final Reviews reviews;
  private final HeadActivity activity;
  private final MergeRequestHeads heads;

  ConversationReader(
      GitHubConnection gitHub,
      PullRequests pulls,
      Reviews reviews,
      HeadActivity activity,
      MergeRequestHeads heads) {
    this.gitHub = gitHub;
    this.pulls = pulls;
    this.reviews = reviews;
    this.activity = activity;
    this.heads = heads;
  }

  Conversation read(long number) {
    Writers writers = new Writers(gitHub);
    List<Approval> approvals = reviews.approvals(number, writers::mayWrite);
    List<Comment> commands =
        comments(number).stream().filter(comment -> !comment.commands().isEmpty()).toList();
    if (commands.isEmpty()) {
      return new Conversation(approvals, List.of());
    }
    PullRequest pull = pulls.get(number);
    String branch = pull.text().source();
    heads.fetch(List.of(number));
    CommentDecisions decisions =
        new CommentDecisions(
            activity.of(pull), head -> heads.reference(branch, head), writers::mayWrite);
    return new Conversation(
        Stream.concat(approvals.stream(), decisions.approvals(commands).stream())
            .sorted(Comparator.comparing(Approval::at))
            .toList(),
        decisions.waivers(commands));
  }

  private List<Comment> comments(long number) {
    return gitHub
        .list(
            "reading the comments of merge request \"" + number + "\"",
            "/issues/" + number + "/comments")
        .stream()
        .map(json -> AnswerForm.of("a comment", () -> comment(json)))
        .toList();
  }

  private static Comment comment(JsonNode json) {
    Identity by = PullRequest.identity(json.path("user"));
    return new Comment(
        by,
        PullRequest.time(json.path("created_at")).orElseThrow(),
        !json.path("created_at").equals(json.path("updated_at")),
        json.path("body").asText(""));
  }
}
