package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.CommentDecisions;
import dev.countersign.bot.forge.CommentDecisions.Comment;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.HeadHistory;
import dev.countersign.bot.forge.git.MergeRequestHeads;
import dev.countersign.bot.forge.gitlab.ApprovalClicks.Click;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.Note;

/**
 * Reads what people did with a merge request: two calls while nobody did anything, two more where
 * somebody did.
 */
final class ConversationReader {
  private final MergeRequestCalls calls;
  private final ProjectCalls people;
  private final MergeRequestHeads heads;

  ConversationReader(MergeRequestCalls calls, ProjectCalls people, MergeRequestHeads heads) {
    this.calls = calls;
    this.people = people;
    this.heads = heads;
  }

  /**
   * The conversation, oldest first.
   *
   * @param request reads the merge request itself; asked only where its branch matters
   */
  Conversation read(long number, LongFunction<MergeRequest> request) {
    List<Note> notes = calls.notes(number);
    List<Click> clicks = ApprovalClicks.of(calls.approvals(number), notes);
    List<Comment> commands = commands(notes);
    if (clicks.isEmpty() && commands.isEmpty()) {
      return new Conversation(List.of(), List.of());
    }
    CommentDecisions decisions = decisions(number, clicks, commands, request);
    Stream<Approval> approvals =
        Stream.concat(
            clicks.stream().map(click -> approval(click, decisions)),
            decisions.approvals(commands).stream());
    return new Conversation(
        approvals.sorted(Comparator.comparing(Approval::at)).toList(), decisions.waivers(commands));
  }

  private CommentDecisions decisions(
      long number, List<Click> clicks, List<Comment> commands, LongFunction<MergeRequest> request) {
    Set<Long> involved =
        Stream.concat(clicks.stream().map(Click::by), commands.stream().map(Comment::by))
            .flatMap(who -> who.id().stream())
            .collect(Collectors.toSet());
    HeadHistory history = history(number);
    Set<Long> writers = people.writers(involved);
    String branch = commands.isEmpty() ? "" : request.apply(number).getSourceBranch();
    if (!commands.isEmpty()) {
      heads.fetch(List.of(number));
    }
    return new CommentDecisions(
        history,
        head -> heads.reference(branch, head),
        who -> who.id().filter(writers::contains).isPresent());
  }

  private HeadHistory history(long number) {
    return new HeadHistory(
        calls.versions(number).stream()
            .map(
                version ->
                    AnswerForm.of(
                        "a version of a merge request",
                        () ->
                            new HeadHistory.Head(
                                new CommitId(version.getHeadCommitSha()),
                                version.getCreatedAt().toInstant())))
            .toList());
  }

  private static Approval approval(Click click, CommentDecisions by) {
    return new Approval(
        click.by(),
        click.at().flatMap(by.heads()::at),
        click.at().orElse(Instant.EPOCH),
        false,
        by.mayWrite().test(click.by()));
  }

  /** Comments of people that hold a command and were never edited. */
  private static List<Comment> commands(List<Note> notes) {
    return notes.stream()
        .filter(note -> !Boolean.TRUE.equals(note.getSystem()))
        .map(note -> AnswerForm.of("a note", () -> comment(note)))
        .filter(comment -> !comment.commands().isEmpty())
        .toList();
  }

  private static Comment comment(Note note) {
    Instant written = note.getCreatedAt().toInstant();
    return new Comment(
        RequestMapping.identity(note.getAuthor()),
        written,
        !note.getUpdatedAt().toInstant().equals(written),
        note.getBody());
  }
}
