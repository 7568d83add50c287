package dev.countersign.bot.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Fault row 48: what a remote asks for")
class RemoteTimeTest {
  private static final RemoteEndpoint AT = new RemoteEndpoint("GET", "forge.example", "/x");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "3600, 3600",
    "'Fri, 20 Nov 2026 12:00:30 GMT', 30",
    "'Fri, 20 Nov 2026 11:00:00 GMT', 0"
  })
  void readsRetryAfter(String value, long seconds) {
    assertThat(RemoteTime.pause(failure(429, Map.of("Retry-After", value)), VirtualTime.START))
        .contains(Duration.ofSeconds(seconds));
  }

  @Test
  void readsAnyLimitWithoutAWord_asOneMinute() {
    assertThat(RemoteTime.pause(failure(429, Map.of()), VirtualTime.START))
        .contains(Duration.ofMinutes(1));
    assertThat(RemoteTime.pause(failure(429, Map.of("Retry-After", "soon")), VirtualTime.START))
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void readsGitHubsLimit() {
    RemoteFailure failure =
        failure(403, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1795176060"));

    assertThat(RemoteTime.isLimited(failure)).isTrue();
    assertThat(RemoteTime.pause(failure, VirtualTime.START)).contains(Duration.ofSeconds(60));
  }

  @Test
  void readsGitLabsLimit() {
    RemoteFailure failure =
        failure(429, Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", "1795176010"));

    assertThat(RemoteTime.pause(failure, VirtualTime.START)).contains(Duration.ofSeconds(10));
  }

  @Test
  @DisplayName("Fault row 52: the answer's own clock counts where ours is ten minutes off")
  void readsPointsInTime_againstTheAnswersDate() {
    RemoteFailure failure =
        failure(
            429,
            Map.of(
                "Date",
                "Fri, 20 Nov 2026 12:10:00 GMT",
                "Retry-After",
                "Fri, 20 Nov 2026 12:10:05 GMT"));

    assertThat(RemoteTime.pause(failure, VirtualTime.START)).contains(Duration.ofSeconds(5));
  }

  @Test
  void takesAPlain403AsARefusal_notAsALimit() {
    RemoteFailure failure =
        failure(403, Map.of("x-ratelimit-remaining", "4999", "x-ratelimit-reset", "1795176060"));

    assertThat(RemoteTime.isLimited(failure)).isFalse();
    assertThat(RemoteTime.pause(failure, VirtualTime.START)).isEmpty();
  }

  @Test
  void knowsASecondaryLimit_byItsWords() {
    RemoteFailure failure =
        RemoteFailure.answered(
            AT,
            403,
            RemoteFailure.noHeaders(),
            "{\"message\":\"You have exceeded a secondary rate limit.\"}");

    assertThat(RemoteTime.isLimited(failure)).isTrue();
    assertThat(RemoteTime.pause(failure, VirtualTime.START)).contains(Duration.ofMinutes(1));
  }

  private static RemoteFailure failure(int status, Map<String, String> headers) {
    Map<String, List<String>> lists = new TreeMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return RemoteFailure.answered(AT, status, HttpHeaders.of(lists, (n, v) -> true), "");
  }
}
