package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.CommentCommand;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.gitlab.ApprovalClicks.Click;
import dev.countersign.bot.forge.gitlab.NoteCommands.NoteCommand;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    List<NoteCommand> commands = NoteCommands.in(notes);
    if (clicks.isEmpty() && commands.isEmpty()) {
      return new Conversation(List.of(), List.of());
    }
    Facts facts = facts(number, clicks, commands, request);
    Stream<Approval> approvals =
        Stream.concat(
            clicks.stream().map(facts::approval),
            commands.stream().flatMap(command -> facts.approval(command).stream()));
    return new Conversation(
        approvals.sorted(Comparator.comparing(Approval::at)).toList(),
        commands.stream().flatMap(command -> facts.waiver(command).stream()).toList());
  }

  private Facts facts(
      long number,
      List<Click> clicks,
      List<NoteCommand> commands,
      LongFunction<MergeRequest> request) {
    HeadHistory history =
        new HeadHistory(
            calls.versions(number).stream()
                .map(
                    version ->
                        new HeadHistory.Version(
                            new CommitId(version.getHeadCommitSha()),
                            version.getCreatedAt().toInstant()))
                .toList());
    Set<Long> involved =
        Stream.concat(clicks.stream().map(Click::by), commands.stream().map(NoteCommand::by))
            .flatMap(who -> who.id().stream())
            .collect(Collectors.toSet());
    String branch = "";
    if (!commands.isEmpty()) {
      branch = request.apply(number).getSourceBranch();
      heads.fetch(List.of(number));
    }
    return new Facts(history, people.writers(involved), heads, branch);
  }

  /** What approvals and waivers are judged by. */
  private record Facts(
      HeadHistory history, Set<Long> writers, MergeRequestHeads heads, String branch) {
    Approval approval(Click click) {
      return new Approval(
          click.by(),
          click.at().flatMap(history::at),
          click.at().orElse(Instant.EPOCH),
          false,
          mayWrite(click.by()));
    }

    Optional<Approval> approval(NoteCommand said) {
      return said.command() instanceof CommentCommand.Approve approve
          ? Optional.of(
              new Approval(
                  said.by(),
                  headWith(approve.checksumPrefix(), said.at()),
                  said.at(),
                  false,
                  mayWrite(said.by())))
          : Optional.empty();
    }

    Optional<Waiver> waiver(NoteCommand said) {
      return said.command() instanceof CommentCommand.Waive waive
          ? history
              .at(said.at())
              .flatMap(head -> heads.reference(branch, head))
              .map(document -> document.reference().artifact().digest())
              .map(
                  artifact ->
                      new Waiver(
                          waive.gateId(),
                          said.by(),
                          artifact,
                          waive.reason(),
                          said.at(),
                          mayWrite(said.by())))
          : Optional.empty();
    }

    /** The checksum says which content was meant, so the newest head that has it is taken. */
    private Optional<CommitId> headWith(String checksum, Instant at) {
      return history.until(at).stream()
          .filter(
              head ->
                  heads
                      .reference(branch, head)
                      .filter(document -> document.checksum().hex().startsWith(checksum))
                      .isPresent())
          .findFirst();
    }

    private boolean mayWrite(Identity who) {
      return who.id().filter(writers::contains).isPresent();
    }
  }
}
