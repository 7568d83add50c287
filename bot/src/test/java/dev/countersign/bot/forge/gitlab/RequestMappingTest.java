package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gitlab4j.api.utils.JacksonJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMappingTest {
  private static final String HEAD = "a".repeat(40);
  private static final String MERGE = "b".repeat(40);
  private static final String SQUASH = "c".repeat(40);
  private static final String BASIC =
      """
      "iid":3, "title":"Draft: Promote 1.0.0", "description":null, "labels":["b","a"],
      "source_branch":"countersign/m/e", "target_branch":"main", "sha":"%s",
      "web_url":"https://gitlab.example/acme/models/-/merge_requests/3",
      "author":{"id":9,"username":"bot"}
      """
          .formatted(HEAD);

  private final RequestMapping mapping = new RequestMapping(who -> who.login().equals("bot"));

  @Test
  void readsAnOpenOne() {
    MergeRequest request = map("\"state\":\"opened\"");

    assertThat(request.number()).isEqualTo(3);
    assertThat(request.state()).isEqualTo(MergeRequest.State.OPEN);
    assertThat(request.head()).isEqualTo(new CommitId(HEAD));
    assertThat(request.text().title()).isEqualTo("Promote 1.0.0");
    assertThat(request.text().draft()).isTrue();
    assertThat(request.text().body()).isEmpty();
    assertThat(request.text().labels()).containsExactly("a", "b");
    assertThat(request.author().id()).hasValue(9L);
    assertThat(request.ended()).isEmpty();
    assertThat(request.mergeCommit()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "merge commit, bbbb, null, b",
        "squash and merge commit, bbbb, cccc, b",
        "squash and fast-forward, null, cccc, c",
        "fast-forward after a rebase, null, null, a"
      })
  @DisplayName("Fault row 54: the commit that came, for every way to merge")
  void findsTheMergeCommit(String how, String merge, String squash, String expected) {
    MergeRequest request =
        map(
            "\"state\":\"merged\", \"merged_at\":\"2026-05-03T14:00:00.123Z\", "
                + "\"merge_user\":{\"id\":7,\"username\":\"alice\"}, \"merge_commit_sha\":%s, "
                    .formatted(merge == null ? "null" : "\"" + MERGE + "\"")
                + "\"squash_commit_sha\":%s"
                    .formatted(squash == null ? "null" : "\"" + SQUASH + "\""));

    assertThat(request.mergeCommit()).as(how).hasValue(new CommitId(expected.repeat(40)));
    assertThat(request.ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(request.ended().orElseThrow().at()).isEqualTo("2026-05-03T14:00:00.123Z");
  }

  @Test
  @DisplayName("Fault row 52: an old server names the merger merged_by only")
  void readsTheOlderField() {
    MergeRequest request =
        map(
            "\"state\":\"merged\", \"merged_at\":\"2026-05-03T14:00:00Z\", "
                + "\"merged_by\":{\"id\":7,\"username\":\"alice\"}");

    assertThat(request.ended().orElseThrow().by().login()).isEqualTo("alice");
    assertThat(request.ended().orElseThrow().byPerson()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "alice, true",
    "bot, false",
    "project_12_bot_5f3a, false",
    "group_7_bot, false",
    "ghost, false",
    "support-bot, false",
    "bot-fan, true",
    "robot, true"
  })
  @DisplayName("I6: closed by a machine is not rejected by a person")
  void tellsPeopleFromMachines(String login, boolean person) {
    MergeRequest request =
        map(
            "\"state\":\"closed\", \"closed_at\":\"2026-05-03T14:00:00Z\", "
                + "\"closed_by\":{\"id\":7,\"username\":\"%s\"}".formatted(login));

    assertThat(request.ended().orElseThrow().byPerson()).isEqualTo(person);
  }

  @Test
  void closedByNobodyKnown_isNotByAPerson() {
    MergeRequest request =
        map("\"state\":\"closed\", \"closed_by\":null, \"updated_at\":\"2026-05-03T14:00:00Z\"");

    assertThat(request.ended().orElseThrow().byPerson()).isFalse();
    assertThat(request.ended().orElseThrow().at()).isEqualTo("2026-05-03T14:00:00Z");
  }

  @Test
  void aMergeUnderWayIsOpen() {
    assertThat(map("\"state\":\"locked\"").state()).isEqualTo(MergeRequest.State.OPEN);
  }

  private MergeRequest map(String more) {
    try {
      return mapping.map(
          new JacksonJson()
              .unmarshal(
                  org.gitlab4j.api.models.MergeRequest.class, "{" + BASIC + "," + more + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
