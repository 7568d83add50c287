package dev.countersign.bot.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.transport.AnswerForm;
import dev.countersign.ci.promotion.Identity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.gitlab4j.api.models.Note;

/**
 * Who approves by GitLab's button at this moment, and since when. What was taken back is not in
 * GitLab's list and not here.
 */
final class ApprovalClicks {
  private static final String APPROVED = "approved this merge request";
  private static final String UNAPPROVED = "unapproved this merge request";

  private ApprovalClicks() {}

  /**
   * One approval.
   *
   * @param at empty if GitLab does not say
   */
  record Click(Identity by, Optional<Instant> at) {}

  /**
   * Reads them. {@code approved_at} came with GitLab 18; before, the system's own note tells.
   *
   * @param approvals as the endpoint {@code …/approvals} answers
   */
  static List<Click> of(JsonNode approvals, List<Note> notes) {
    return AnswerForm.of("the approvals of a merge request", () -> read(approvals, notes));
  }

  private static List<Click> read(JsonNode approvals, List<Note> notes) {
    List<Click> clicks = new ArrayList<>();
    for (JsonNode entry : approvals.path("approved_by")) {
      JsonNode user = entry.path("user");
      Identity by =
          new Identity(user.path("username").asText(), Optional.of(user.path("id").asLong()));
      JsonNode at = entry.path("approved_at");
      clicks.add(
          new Click(by, at.isTextual() ? Optional.of(instant(at.asText())) : noted(by, notes)));
    }
    return clicks;
  }

  /** The time of somebody's newest note about approving, if that note says that he does. */
  private static Optional<Instant> noted(Identity by, List<Note> notes) {
    return notes.stream()
        .filter(note -> Boolean.TRUE.equals(note.getSystem()))
        .filter(note -> note.getBody().equals(APPROVED) || note.getBody().equals(UNAPPROVED))
        .filter(note -> RequestMapping.identity(note.getAuthor()).isSameAs(by))
        .max(Comparator.comparing(Note::getCreatedAt).thenComparing(Note::getId))
        .filter(note -> note.getBody().equals(APPROVED))
        .map(Note::getCreatedAt)
        .map(Date::toInstant);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
