package dev.countersign.bot.review;

import dev.countersign.ci.approval.Quorum;
import dev.countersign.ci.promotion.ApprovalForm;
import dev.countersign.ci.promotion.ApproverGroup;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.Launcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a merge does, who may allow it, and how to undo it. */
final class MergingSection {
  private static final int CHECKSUM = 12;

  private MergingSection() {}

  static Section effect(ReviewInput input) {
    List<Phrase> items = new ArrayList<>();
    items.add(
        Phrase.of("It changes one file, ")
            .code(input.candidate().line().referencePath())
            .text("; no code, no configuration."));
    items.add(deploys(input));
    items.add(replaces(input));
    items.add(approvals(input));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Bullets(items));
    if (VerdictSection.blocked(input)) {
      blocks.addAll(blocked(input));
    }
    return new Section(SectionKind.MERGING, blocks);
  }

  static Section goingBack(ReviewInput input) {
    return new Section(
        SectionKind.ROLLBACK,
        input
            .merging()
            .commands()
            .rollback()
            .<List<Block>>map(
                command ->
                    List.of(
                        new Block.Paragraph(
                            Phrase.of(
                                "Once this is merged, this command proposes to go back"
                                    + input.live().map(live -> " to " + live.version()).orElse("")
                                    + ":")),
                        new Block.Commands(List.of(command))))
            .orElse(List.of()));
  }

  private static Phrase deploys(ReviewInput input) {
    ModelReference candidate = input.candidate();
    List<String> targets = input.merging().targets();
    Phrase job =
        Phrase.of("The CI job checks approvals, gates and every byte of ")
            .code("sha256:" + candidate.artifact().digest().shortHex());
    return targets.isEmpty()
        ? job.text("; no target is configured, so it deploys nowhere.")
        : job.text(", then deploys ")
            .strong(candidate.version().toString())
            .text(" to " + candidate.line().environment() + ": ")
            .text(String.join(", ", targets) + ".");
  }

  private static Phrase replaces(ReviewInput input) {
    return input
        .live()
        .map(
            live ->
                Phrase.of("It replaces ")
                    .strong(live.version().toString())
                    .text(" (")
                    .code("sha256:" + live.artifact().digest().shortHex())
                    .text(
                        "), which keeps serving until the new one is ready and reports its"
                            + " digest, and is put back if that fails."))
        .orElse(Phrase.of("It is the first deployment; there is nothing to go back to."));
  }

  private static Phrase approvals(ReviewInput input) {
    ReviewInput.Merging merging = input.merging();
    Quorum quorum = Quorum.of(merging.approvals(), input.candidate());
    if (quorum.people() == 0) {
      return Phrase.of("No approval is required here.");
    }
    Phrase people =
        Phrase.of("It needs " + Figures.count(quorum.people(), "approval") + " from: ")
            .strong(String.join(", ", merging.approvals().members()))
            .text(quorum.raise());
    for (ApproverGroup group : merging.approvals().asked()) {
      people =
          people
              .text("; " + group.required() + " of " + group.name() + ": ")
              .strong(String.join(", ", group.members()));
    }
    return byChecksum(people.text("; " + others(input.candidate())), input);
  }

  private static String others(ModelReference candidate) {
    Optional<Launcher> launcher = candidate.provenance().run().launchedBy();
    Optional<Launcher> requester = candidate.rollbackOf().flatMap(Withdrawal::requestedBy);
    return "whoever launched the training"
        + launcher.map(by -> " (" + by.login() + ")").orElse("")
        + " or had it proposed"
        + requester.map(by -> " (" + by.login() + ")").orElse("")
        + ", the bot, and authors of commits here cannot approve.";
  }

  private static Phrase byChecksum(Phrase approvals, ReviewInput input) {
    return input.merging().approvals().form() == ApprovalForm.ANY
        ? approvals
        : approvals
            .text(" Approve by a comment with this line; the button does not count here: ")
            .code(
                "/countersign approve "
                    + ReferenceCodec.checksum(input.candidate()).hex().substring(0, CHECKSUM));
  }

  private static List<Block> blocked(ReviewInput input) {
    Phrase why =
        Phrase.EMPTY
            .mark(Tone.BAD, "Blocked")
            .text(": it deploys nowhere while a gate has failed.");
    Optional<String> waive = input.merging().commands().waive();
    return waive.isEmpty()
        ? List.of(new Block.Paragraph(why))
        : List.of(
            new Block.Paragraph(why.text(" An approver can let a gate pass for this artifact:")),
            new Block.Commands(List.of(waive.get())));
  }
}
