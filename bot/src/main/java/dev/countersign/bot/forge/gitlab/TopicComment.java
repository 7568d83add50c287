package dev.countersign.bot.forge.gitlab;

import dev.countersign.ci.promotion.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gitlab4j.api.models.Note;

/**
 * The one comment of the bot about a topic. A marker that nobody sees tells it from others; only
 * the bot's own comments are looked at, so a marker that somebody else writes changes nothing.
 */
final class TopicComment {
  private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,60}");

  private final MergeRequestCalls calls;
  private final Predicate<Identity> isBot;

  TopicComment(MergeRequestCalls calls, Predicate<Identity> isBot) {
    this.calls = calls;
    this.isBot = isBot;
  }

  /** Says it, unless it is said; edits the comment of this topic, if there is one. */
  void say(long number, String topic, String markdown) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException("\"" + topic + "\" is not a topic");
    }
    String marker = "<!-- countersign:" + topic + " -->";
    String body = InertText.of(marker + "\n\n" + markdown);
    Optional<Note> said = find(number, marker);
    if (said.isEmpty()) {
      calls.addNote(number, body, () -> find(number, marker));
    } else if (!said.get().getBody().stripTrailing().equals(body)) {
      calls.editNote(number, said.get().getId(), body);
    }
  }

  private Optional<Note> find(long number, String marker) {
    List<Note> notes = calls.notes(number);
    return notes.stream()
        .filter(note -> !Boolean.TRUE.equals(note.getSystem()))
        .filter(note -> note.getBody().startsWith(marker))
        .filter(note -> isBot.test(RequestMapping.identity(note.getAuthor())))
        .findFirst();
  }
}
