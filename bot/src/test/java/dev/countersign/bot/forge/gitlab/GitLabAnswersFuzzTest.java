package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gitlab4j.api.utils.JacksonJson;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any JSON that comes as a merge request or its approvals is that, or GitLab's failure")
class GitLabAnswersFuzzTest extends ReaderFuzzContract {
  private static final ObjectMapper JSON = new JacksonJson().getObjectMapper();
  private static final String OPEN =
      """
      {"iid":3,"title":"Draft: Promote 1.0.0","description":null,"labels":["b","a"],
       "source_branch":"countersign/m/e","target_branch":"main","sha":"%s","state":"opened",
       "web_url":"https://gitlab.example/acme/models/-/merge_requests/3",
       "author":{"id":9,"username":"bot"}}"""
          .formatted("a".repeat(40));

  private final RequestMapping mapping = new RequestMapping(who -> who.login().equals("bot"));

  @Override
  protected List<byte[]> seeds() {
    String merged =
        OPEN.replace(
            "\"state\":\"opened\"",
            "\"state\":\"merged\",\"merged_at\":\"2026-05-03T14:00:00.123Z\","
                + "\"merge_user\":{\"id\":7,\"username\":\"alice\"},\"merge_commit_sha\":\""
                + "b".repeat(40)
                + "\"");
    String approvals =
        "{\"approved_by\":[{\"user\":{\"id\":7,\"username\":\"alice\"},"
            + "\"approved_at\":\"2026-05-03T16:00:01.250+02:00\"}]}";
    return Stream.of(OPEN, merged, approvals, "{}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("\"state\":", "\"sha\":", "closed", "locked", "\"author\":null", "[{}]");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.REMOTE_UNAVAILABLE);
  }

  @Override
  protected void read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    org.gitlab4j.api.models.MergeRequest answer;
    try {
      ApprovalClicks.of(JSON.readTree(text), List.of())
          .forEach(click -> assertThat(click.by().login()).isNotNull());
      answer = JSON.readValue(text, org.gitlab4j.api.models.MergeRequest.class);
    } catch (IOException notJson) {
      return; // The SDK's part, which GitLabConnection takes for the remote's failure.
    }

    MergeRequest request = mapping.map(answer);
    assertThat(request.head().hex()).isEqualTo(answer.getSha());
    assertThat(request.mergeCommit().isPresent())
        .isEqualTo(request.state() == MergeRequest.State.MERGED);
  }
}
