package dev.countersign.bot.forge.gitlab;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which head a merge request had when.
 *
 * @param versions oldest first
 */
record HeadHistory(List<Version> versions) {
  /**
   * A head that the merge request got.
   *
   * @param at when GitLab noticed
   */
  record Version(CommitId head, Instant at) {}

  HeadHistory {
    versions = versions.stream().sorted(Comparator.comparing(Version::at)).toList();
  }

  /**
   * The head that was current at a time. GitLab's times are told by several processes, so within
   * one second no order is believed.
   *
   * @return empty if there was none yet, or if it changed within that second
   */
  Optional<CommitId> at(Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    Stream<Version> before =
        versions.stream()
            .filter(version -> version.at().isBefore(second))
            .reduce((one, later) -> later)
            .stream();
    Stream<Version> within =
        versions.stream()
            .filter(version -> version.at().truncatedTo(ChronoUnit.SECONDS).equals(second));
    List<CommitId> heads = Stream.concat(before, within).map(Version::head).distinct().toList();
    return heads.size() == 1 ? Optional.of(heads.get(0)) : Optional.empty();
  }

  /** The heads that there were until the end of a second, newest first. */
  List<CommitId> until(Instant time) {
    Instant next = time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    List<CommitId> heads =
        new ArrayList<>(
            versions.stream()
                .filter(version -> version.at().isBefore(next))
                .map(Version::head)
                .distinct()
                .toList());
    Collections.reverse(heads);
    return heads;
  }
}
