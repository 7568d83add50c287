package dev.countersign.bot.propose;

import dev.countersign.bot.identity.CiIdentity;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.run.Launcher;
import dev.countersign.modelrefs.run.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who stands behind a candidate; none of them can approve it (invariant I7). A run's report is text
 * that the training can write: what it says of its launcher is kept, but attested only by the
 * identity of the pipeline that proposes, verified here, and only if both name the same person.
 *
 * @param launchedBy who launched the training
 * @param proposedBy who else stands behind the pipeline that proposes
 */
record PeopleBehind(Optional<Launcher> launchedBy, List<Launcher> proposedBy) {
  PeopleBehind {
    proposedBy = List.copyOf(proposedBy);
  }

  /**
   * The people behind a candidate that is proposed now.
   *
   * @param reported the launcher as the run's report names it; where it names nobody, whoever
   *     proposes takes the place, so that a name that was taken out gains nothing
   * @param proposing who stands behind the pipeline that proposes, or whom the command line names
   */
  static PeopleBehind of(Optional<Launcher> reported, Optional<CiIdentity> proposing) {
    Optional<Launcher> launcher =
        reported.map(
            said ->
                proposing
                    .map(CiIdentity::launcher)
                    .filter(said::isSameAs)
                    .orElse(said.attested(false)));
    if (launcher.isEmpty()) {
      return unnamed(proposing);
    }
    List<Launcher> others =
        proposing.map(CiIdentity::people).orElse(List.of()).stream()
            .filter(person -> launcher.filter(person::isSameAs).isEmpty())
            .toList();
    return new PeopleBehind(launcher, others);
  }

  /** Whoever proposes is all that is known; that they launched it too, nobody attests. */
  private static PeopleBehind unnamed(Optional<CiIdentity> proposing) {
    return new PeopleBehind(
        proposing.map(identity -> identity.launcher().attested(false)),
        proposing.map(CiIdentity::others).orElse(List.of()));
  }

  /**
   * A reference with the people whom the one under review records, if that is all they differ in:
   * the same run proposed once more by somebody else changes nothing that was reviewed. A launcher
   * who is known or attested only now is worth a change.
   */
  static ModelReference kept(ModelReference proposed, ModelReference review) {
    Provenance recorded = review.provenance();
    ModelReference kept =
        proposed.withProvenance(
            proposed.provenance().withPeople(recorded.run().launchedBy(), recorded.proposedBy()));
    Optional<Launcher> now = proposed.provenance().run().launchedBy();
    Optional<Launcher> before = recorded.run().launchedBy();
    boolean betterKnown =
        (isAttested(now) && !isAttested(before)) || (now.isPresent() && before.isEmpty());
    return !betterKnown && ReferenceCodec.sameContent(kept, review) ? kept : proposed;
  }

  /**
   * A reference with the people whom one that the bot did not sign records, beside its own: whoever
   * wrote that one can add people, who then cannot approve, but neither take one away nor attest
   * one. The same if the two differ in more than the people.
   */
  static ModelReference joined(ModelReference proposed, ModelReference unsigned) {
    if (!ReferenceCodec.sameContent(as(proposed, unsigned), proposed)) {
      return proposed;
    }
    Provenance own = proposed.provenance();
    Optional<Launcher> launcher = own.run().launchedBy();
    List<Launcher> others = new ArrayList<>(own.proposedBy());
    Provenance recorded = unsigned.provenance();
    Stream.concat(recorded.run().launchedBy().stream(), recorded.proposedBy().stream())
        .filter(person -> launcher.filter(person::isSameAs).isEmpty())
        .filter(person -> others.stream().noneMatch(person::isSameAs))
        .forEach(person -> others.add(person.attested(false)));
    return proposed.withProvenance(own.withPeople(launcher, others));
  }

  /** A reference with the people of another one in place of its own. */
  static ModelReference as(ModelReference people, ModelReference reference) {
    Provenance of = people.provenance();
    return reference.withProvenance(
        reference.provenance().withPeople(of.run().launchedBy(), of.proposedBy()));
  }

  /** The provenance with these people. */
  Provenance in(Provenance provenance) {
    return provenance.withPeople(launchedBy, proposedBy);
  }

  private static boolean isAttested(Optional<Launcher> launcher) {
    return launcher.filter(Launcher::attested).isPresent();
  }
}
