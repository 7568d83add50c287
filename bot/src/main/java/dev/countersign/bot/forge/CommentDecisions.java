package dev.countersign.bot.forge;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Approvals and waivers that people gave by comment. A waiver is for the artifact of the head that
 * was current when it was written; where that is unknown it does not count. An approval names the
 * content by its checksum.
 *
 * @param heads which head was current when
 * @param references what the merge request proposes at a head; empty if unknown
 * @param mayWrite whether the forge lets somebody write to the repository
 */
public record CommentDecisions(
    HeadHistory heads,
    Function<CommitId, Optional<ReferenceDocument>> references,
    Predicate<Identity> mayWrite) {
  /**
   * A person's comment.
   *
   * @param edited whether it was changed since; then nobody knows what it said when
   */
  public record Comment(Identity by, Instant at, boolean edited, String body) {
    /** Its commands; none if it was edited. */
    public List<CommentCommand> commands() {
      return edited ? List.of() : CommentCommand.in(body);
    }
  }

  /** Approvals by checksum, in the order of the comments; without a head where none has it. */
  public List<Approval> approvals(List<Comment> comments) {
    return comments.stream()
        .flatMap(
            comment ->
                commands(comment, CommentCommand.Approve.class)
                    .map(
                        command ->
                            new Approval(
                                comment.by(),
                                headWith(command, comment.at()),
                                comment.at(),
                                false,
                                mayWrite.test(comment.by()),
                                true)))
        .toList();
  }

  /** Waivers whose artifact is known, in the order of the comments. */
  public List<Waiver> waivers(List<Comment> comments) {
    return comments.stream()
        .flatMap(
            comment ->
                commands(comment, CommentCommand.Waive.class)
                    .flatMap(command -> waiver(comment, command).stream()))
        .toList();
  }

  private Optional<Waiver> waiver(Comment comment, CommentCommand.Waive command) {
    return heads
        .at(comment.at())
        .flatMap(references)
        .map(
            document ->
                new Waiver(
                    command.gateId(),
                    comment.by(),
                    document.reference().artifact().digest(),
                    command.reason(),
                    comment.at(),
                    mayWrite.test(comment.by())));
  }

  private Optional<CommitId> headWith(CommentCommand.Approve command, Instant at) {
    return heads.until(at).stream()
        .filter(
            head ->
                references
                    .apply(head)
                    .filter(
                        document -> document.checksum().hex().startsWith(command.checksumPrefix()))
                    .isPresent())
        .findFirst();
  }

  private static <T extends CommentCommand> Stream<T> commands(Comment comment, Class<T> kind) {
    return comment.commands().stream().filter(kind::isInstance).map(kind::cast);
  }
}
