package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Withdrawal;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those who had a hand in a merge request, and so cannot approve it (I7).
 *
 * @param opener who opened it: the bot
 * @param launcher who launched the training; empty if nobody knows
 * @param proposers who stands behind the pipeline that proposed it, or asked for the rollback
 * @param contentAuthors authors and committers of the commits that brought content
 * @param unknown which of them nobody knows, such as {@code who launched the training}
 */
public record Participants(
    Identity opener,
    Optional<Launcher> launcher,
    List<Launcher> proposers,
    List<Person> contentAuthors,
    Optional<String> unknown) {
  public Participants {
    proposers = List.copyOf(proposers);
    contentAuthors = List.copyOf(contentAuthors);
  }

  /** Those whom a reference names, and those of its merge request. */
  public static Participants of(
      ModelReference reference, Identity opener, List<Person> contentAuthors) {
    Provenance provenance = reference.provenance();
    List<Launcher> proposers = new ArrayList<>(provenance.proposedBy());
    reference.rollbackOf().flatMap(Withdrawal::requestedBy).ifPresent(proposers::add);
    return new Participants(
        opener,
        provenance.run().launchedBy(),
        proposers,
        contentAuthors,
        Quorum.unknown(reference));
  }
}
