package dev.countersign.bot.forge.gitlab;

import dev.countersign.bot.forge.CommentCommand;
import dev.countersign.ci.promotion.Identity;
import java.time.Instant;
import java.util.List;
import org.gitlab4j.api.models.Note;

/** What people tell Countersign in their comments. */
final class NoteCommands {
  private NoteCommands() {}

  /** A command with who gave it, and when. */
  record NoteCommand(CommentCommand command, Identity by, Instant at) {}

  /** Those of comments that were never edited: an edit would not show when what was said. */
  static List<NoteCommand> in(List<Note> notes) {
    return notes.stream()
        .filter(note -> !Boolean.TRUE.equals(note.getSystem()))
        .filter(note -> note.getUpdatedAt().toInstant().equals(note.getCreatedAt().toInstant()))
        .flatMap(
            note ->
                CommentCommand.in(note.getBody()).stream()
                    .map(
                        command ->
                            new NoteCommand(
                                command,
                                RequestMapping.identity(note.getAuthor()),
                                note.getCreatedAt().toInstant())))
        .toList();
  }
}
