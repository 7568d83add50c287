package dev.countersign.bot.forge.local;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Event chains as Git objects. The tree of an event commit holds {@code events.jsonl}, one event
 * per line, and {@code body.md}; its first parent is the event before it, and where the event names
 * a head, the second parent is that head, so that it stays reachable. Writes commits, moves no ref.
 */
final class MergeRequestChains {
  static final String ALL = "refs/countersign/mr/*";
  private static final String PREFIX = "refs/countersign/mr/";
  private static final String EVENTS = "events.jsonl";
  private static final String BODY = "body.md";

  private final GitRepository repository;

  MergeRequestChains(GitRepository repository) {
    this.repository = repository;
  }

  static String ref(long number) {
    return PREFIX + number;
  }

  /** The number of a merge request's ref; empty for any other ref. */
  static OptionalLong number(String ref) {
    String digits = ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : "";
    return digits.matches("[1-9][0-9]{0,14}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /**
   * Reads the chain that ends in a commit.
   *
   * @throws CountersignException {@code CONFLICT} if it is not a chain that this version reads
   */
  LocalMergeRequest read(long number, CommitId tip) {
    String[] lines = file(tip, EVENTS).split("\n", -1);
    List<LocalEvent> events = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isEmpty()) {
        events.add(
            LocalEventReader.read(lines[i], "%s %s:%d".formatted(ref(number), EVENTS, i + 1)));
      }
    }
    return new LocalMergeRequest(number, tip, events, file(tip, BODY));
  }

  /** Writes the first commits of a chain. */
  CommitId begin(long number, List<LocalEvent> events, String body) {
    CommitId tip = commit(number, Optional.empty(), events.get(0), Optional.of(body));
    return write(number, tip, events.subList(1, events.size()));
  }

  /**
   * Writes events after those of a merge request.
   *
   * @param body the new body, in the first of the commits; empty to keep it
   */
  CommitId append(LocalMergeRequest request, List<LocalEvent> events, Optional<String> body) {
    CommitId tip = commit(request.number(), Optional.of(request.tip()), events.get(0), body);
    return write(request.number(), tip, events.subList(1, events.size()));
  }

  private CommitId write(long number, CommitId after, List<LocalEvent> events) {
    CommitId tip = after;
    for (LocalEvent event : events) {
      tip = commit(number, Optional.of(tip), event, Optional.empty());
    }
    return tip;
  }

  private CommitId commit(
      long number, Optional<CommitId> after, LocalEvent event, Optional<String> body) {
    String lines = after.map(tip -> file(tip, EVENTS)).orElse("") + LocalEventWriter.line(event);
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    changes.put(EVENTS, Optional.of(lines.getBytes(StandardCharsets.UTF_8)));
    body.ifPresent(text -> changes.put(BODY, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    List<CommitId> parents = new ArrayList<>();
    after.ifPresent(parents::add);
    if (event instanceof LocalEvent.HeadChanged changed) {
      parents.add(changed.head());
    }
    String message = "Merge request %d: %s\n".formatted(number, event.summary());
    return repository.commit(new CommitDraft(parents, changes, message, author(event)));
  }

  private static Person author(LocalEvent event) {
    return event
        .who()
        .map(by -> Login.person(by, event.at()))
        .orElse(new Person("countersign", "countersign@local.invalid", event.at()));
  }

  private String file(CommitId tip, String path) {
    return repository
        .read(tip, path)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.CONFLICT,
                    "commit \"%s\" of a merge request has no file \"%s\"; it was not written by"
                            .formatted(tip, path)
                        + " Countersign"));
  }
}
