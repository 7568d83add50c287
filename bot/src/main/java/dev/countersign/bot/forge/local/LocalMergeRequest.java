package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.ListedRequest;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A merge request of the local forge: everything that happened to it, and what follows from that.
 *
 * @param tip the newest event commit of its chain
 * @param events oldest first; begins with the opening
 * @param body the Markdown as it is now
 */
public record LocalMergeRequest(long number, CommitId tip, List<LocalEvent> events, String body) {
  /**
   * @throws CountersignException {@code CONFLICT} if the chain does not begin with an opening or
   *     names no head
   */
  public LocalMergeRequest {
    events = List.copyOf(events);
    boolean opened = !events.isEmpty() && events.get(0) instanceof LocalEvent.Opened;
    if (!opened || events.stream().noneMatch(LocalEvent.HeadChanged.class::isInstance)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "\"%s\" is not the history of a merge request; it was not written by Countersign"
              .formatted(MergeRequestChains.ref(number)));
    }
  }

  /** The bot's branch. */
  public String source() {
    return opened().source();
  }

  /** The protected branch. */
  public String target() {
    return heading().target();
  }

  /** Who opened it. */
  public Identity author() {
    return opened().by();
  }

  /** The newest head; kept after closing. */
  public CommitId head() {
    return last(LocalEvent.HeadChanged.class).orElseThrow().head();
  }

  /** Whether it can still be merged. */
  public MergeRequest.State state() {
    return turn()
        .map(
            event -> {
              if (event instanceof LocalEvent.Merged) {
                return MergeRequest.State.MERGED;
              }
              return event instanceof LocalEvent.Closed
                  ? MergeRequest.State.CLOSED
                  : MergeRequest.State.OPEN;
            })
        .orElse(MergeRequest.State.OPEN);
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return state() == MergeRequest.State.OPEN;
  }

  /** The commit that merging made on the target branch; empty unless merged. */
  public Optional<CommitId> mergeCommit() {
    return last(LocalEvent.Merged.class).map(LocalEvent.Merged::mergeCommit);
  }

  /** What it says of itself. */
  public MergeRequestDraft text() {
    return heading().withBody(source(), body);
  }

  /** The approvals in force, with the heads they were given at, and the waivers. */
  public Conversation conversation() {
    List<Approval> approvals = new ArrayList<>();
    List<Waiver> waivers = new ArrayList<>();
    for (LocalEvent event : events) {
      if (event instanceof LocalEvent.Approved approved) {
        approvals.add(
            new Approval(
                approved.by(),
                Optional.of(approved.head()),
                approved.at(),
                approved.simulated(),
                true,
                approved.namesChecksum()));
      } else if (event instanceof LocalEvent.Waived waived) {
        waivers.add(
            new Waiver(
                waived.gate(),
                waived.by(),
                waived.artifactDigest(),
                waived.reason(),
                waived.at(),
                true));
      }
    }
    return new Conversation(approvals, waivers);
  }

  /** As the port has it. */
  public MergeRequest asMergeRequest(LocalForgeSettings settings) {
    return new MergeRequest(
        number, settings.urlOf(number), text(), state(), head(), author(), ended(), mergeCommit());
  }

  /** As lists have it. */
  ListedRequest asListed(LocalForgeSettings settings) {
    return new ListedRequest(
        asMergeRequest(settings), opened().at(), events.get(events.size() - 1).at());
  }

  private Optional<MergeRequest.Ending> ended() {
    return turn()
        .flatMap(
            event -> {
              if (event instanceof LocalEvent.Closed closed) {
                return Optional.of(
                    new MergeRequest.Ending(closed.by(), closed.byPerson(), closed.at()));
              }
              return event instanceof LocalEvent.Merged merged
                  ? Optional.of(new MergeRequest.Ending(merged.by(), true, merged.at()))
                  : Optional.empty();
            });
  }

  private Heading heading() {
    return last(LocalEvent.Edited.class).map(LocalEvent.Edited::heading).orElse(opened().heading());
  }

  private LocalEvent.Opened opened() {
    return (LocalEvent.Opened) events.get(0);
  }

  /** The last event that opened or ended it, the opening itself left out. */
  private Optional<LocalEvent> turn() {
    return backwards()
        .filter(
            event ->
                event instanceof LocalEvent.Merged
                    || event instanceof LocalEvent.Closed
                    || event instanceof LocalEvent.Reopened)
        .findFirst();
  }

  private <E extends LocalEvent> Optional<E> last(Class<E> type) {
    return backwards().filter(type::isInstance).map(type::cast).findFirst();
  }

  private Stream<LocalEvent> backwards() {
    return Stream.iterate(events.size() - 1, i -> i >= 0, i -> i - 1).map(events::get);
  }
}
