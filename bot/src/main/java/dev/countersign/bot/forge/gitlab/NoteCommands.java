package dev.countersign.bot.forge.gitlab;

import dev.countersign.ci.promotion.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gitlab4j.api.models.Note;

/** Commands to Countersign in people's comments. */
final class NoteCommands {
  private static final Pattern WAIVE =
      Pattern.compile("/countersign\\s+waive\\s+(\\S+)\\s+(\\S.*)");
  private static final Pattern APPROVE =
      Pattern.compile("/countersign\\s+approve\\s+(?:sha256:)?([0-9a-f]{8,64})");

  private NoteCommands() {}

  record NoteCommand(
      Identity by, Instant at, Optional<String> gate, String reason, Optional<String> checksum) {}

  static List<NoteCommand> in(List<Note> notes) {
    return notes.stream()
        .filter(note -> !Boolean.TRUE.equals(note.getSystem()))
        .filter(note -> note.getCreatedAt().equals(note.getUpdatedAt()))
        .flatMap(note -> note.getBody().lines().flatMap(line -> of(note, line.strip()).stream()))
        .toList();
  }

  private static Optional<NoteCommand> of(Note note, String line) {
    Identity by = RequestMapping.identity(note.getAuthor());
    Instant at = note.getCreatedAt().toInstant();
    Matcher waive = WAIVE.matcher(line);
    if (waive.matches()) {
      return Optional.of(
          new NoteCommand(by, at, Optional.of(waive.group(1)), waive.group(2), Optional.empty()));
    }
    Matcher approve = APPROVE.matcher(line);
    return approve.matches()
        ? Optional.of(new NoteCommand(by, at, Optional.empty(), "", Optional.of(approve.group(1))))
        : Optional.empty();
  }
}
