package dev.countersign.bot.forge;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which head a branch had when, as a forge recorded it.
 *
 * @param heads oldest first; sorted by time
 */
public record HeadHistory(List<Head> heads) {
  /**
   * A head that the branch got.
   *
   * @param at when the forge saw it
   */
  public record Head(CommitId commit, Instant at) {}

  public HeadHistory {
    heads = heads.stream().sorted(Comparator.comparing(Head::at)).toList();
  }

  /**
   * The head that was current at a time. A forge's times come from several clocks and are cut to
   * seconds, so within one second no order is believed.
   *
   * @return empty if there was none yet, or if it changed within that second
   */
  public Optional<CommitId> at(Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    Optional<Head> before =
        heads.stream().filter(head -> second(head).isBefore(second)).reduce((one, later) -> later);
    Stream<Head> within = heads.stream().filter(head -> second(head).equals(second));
    List<CommitId> possible =
        Stream.concat(before.stream(), within).map(Head::commit).distinct().toList();
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  /** The heads that there were until the end of a second, newest first. */
  public List<CommitId> until(Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return heads.stream()
        .filter(head -> !second(head).isAfter(second))
        .map(Head::commit)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                found -> {
                  java.util.Collections.reverse(found);
                  return found.stream().distinct().toList();
                }));
  }

  private static Instant second(Head head) {
    return head.at().truncatedTo(ChronoUnit.SECONDS);
  }
}
