package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.forge.gitlab.ApprovalClicks.Click;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.gitlab4j.api.models.Author;
import org.gitlab4j.api.models.Note;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovalClicksTest {
  private static final String ALICE = "{\"user\":{\"id\":7,\"username\":\"alice\"}}";
  private static final String APPROVED = "approved this merge request";
  private static final String UNAPPROVED = "unapproved this merge request";

  private final List<Note> notes = new ArrayList<>();

  @Test
  void readsTheTimeThatGitLabGives() throws Exception {
    JsonNode approvals =
        json(
            "{\"approved_by\":[{\"user\":{\"id\":7,\"username\":\"alice\"},"
                + "\"approved_at\":\"2026-05-03T16:00:01.250+02:00\"}]}");
    note("2026-05-03T15:00:00Z", 7, true, APPROVED);

    List<Click> clicks = ApprovalClicks.of(approvals, notes);

    assertThat(clicks).hasSize(1);
    assertThat(clicks.get(0).by().login()).isEqualTo("alice");
    assertThat(clicks.get(0).by().id()).hasValue(7L);
    assertThat(clicks.get(0).at()).hasValue(Instant.parse("2026-05-03T14:00:01.250Z"));
  }

  @Test
  @DisplayName("Fault row 52: an old server gives no time; the system's note does")
  void takesTheTimeOfTheNewestNote_onOldServers() throws Exception {
    note("2026-05-03T14:00:00Z", 7, true, APPROVED);
    note("2026-05-03T14:05:00Z", 7, true, UNAPPROVED);
    note("2026-05-03T14:10:00Z", 7, true, APPROVED);
    note("2026-05-03T14:20:00Z", 8, true, APPROVED);

    assertThat(only().at()).hasValue(Instant.parse("2026-05-03T14:10:00Z"));
  }

  @Test
  @DisplayName("I7: a person's comment with the words of a system note gives no time")
  void believesNoNoteOfAPerson() throws Exception {
    note("2026-05-03T14:10:00Z", 7, false, APPROVED);

    assertThat(only().at()).isEmpty();
  }

  @Test
  @DisplayName("I7: the time is unknown if the newest note says that the approval was taken back")
  void knowsNoTime_ifItWasTakenBackLast() throws Exception {
    note("2026-05-03T14:00:00Z", 7, true, APPROVED);
    note("2026-05-03T14:05:00Z", 7, true, UNAPPROVED);

    assertThat(only().at()).isEmpty();
  }

  @Test
  void findsNone_whereNobodyApproves() throws Exception {
    note("2026-05-03T14:00:00Z", 7, true, APPROVED);

    assertThat(ApprovalClicks.of(json("{\"approved_by\":[]}"), notes)).isEmpty();
    assertThat(ApprovalClicks.of(json("{}"), notes)).isEmpty();
  }

  private Click only() throws Exception {
    List<Click> clicks = ApprovalClicks.of(json("{\"approved_by\":[" + ALICE + "]}"), notes);
    assertThat(clicks).hasSize(1);
    return clicks.get(0);
  }

  private void note(String at, long user, boolean system, String body) {
    Author author = new Author();
    author.setId(user);
    author.setUsername("user" + user);
    Note note = new Note();
    note.setId((long) notes.size());
    note.setAuthor(author);
    note.setSystem(system);
    note.setBody(body);
    note.setCreatedAt(Date.from(Instant.parse(at)));
    notes.add(note);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
