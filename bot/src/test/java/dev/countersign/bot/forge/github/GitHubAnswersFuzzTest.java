package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any JSON that comes as a pull request is one, or is the forge's failure")
class GitHubAnswersFuzzTest extends ReaderFuzzContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPEN =
      """
      {"number":7,"node_id":"PR_1","html_url":"https://github.example/acme/models/pull/7",
       "title":"Promote","body":"a\\r\\nb","state":"open","draft":false,"merged_at":null,
       "user":{"login":"bot","id":9},"labels":[{"name":"model"}],
       "head":{"ref":"countersign/m/e","sha":"%s"},"base":{"ref":"main"},
       "closed_at":null,"requested_reviewers":[{"login":"alice"}],"assignees":[]}"""
          .formatted("a".repeat(40));

  @Override
  protected List<byte[]> seeds() {
    String merged =
        OPEN.replace(
                "\"merged_at\":null",
                "\"merged_at\":\"2026-05-03T14:00:00Z\",\"merge_commit_sha\":\"%s\""
                    .formatted("b".repeat(40)))
            .replace("\"closed_at\":null", "\"closed_at\":\"2026-05-03T14:00:00Z\"");
    return Stream.of(OPEN, merged, "{}", "{\"message\":\"Not Found\"}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("\"merged_at\":", "\"sha\":", "\"user\":null", "ghost", "false", "1e99");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.REMOTE_UNAVAILABLE);
  }

  @Override
  protected void read(byte[] input) {
    JsonNode json;
    try {
      json = JSON.readTree(new String(input, StandardCharsets.UTF_8));
    } catch (IOException notJson) {
      return; // JsonAnswer's part: it is the remote's failure before anything is read of it.
    }

    PullRequest pull = PullRequest.of(json);
    assertThat(pull.head().hex()).isEqualTo(json.path("head").path("sha").asText());
    assertThat(pull.mergeCommit().isPresent()).isEqualTo(json.hasNonNull("merged_at"));
  }
}
