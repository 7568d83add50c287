package dev.countersign.bot.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName(
    "Fault row 48: whatever an answer's headers say, the pause is a length of time or none")
class RemoteTimeFuzzTest extends FuzzContract {
  private static final RemoteEndpoint AT = new RemoteEndpoint("GET", "forge.example", "/x");
  private static final List<String> NAMES =
      List.of("Date", "Retry-After", "x-ratelimit-remaining", "x-ratelimit-reset");

  /** A status, and a value for each of the headers, line by line. */
  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "429\nFri, 20 Nov 2026 12:10:00 GMT\nFri, 20 Nov 2026 12:10:05 GMT\n0\n1795176060",
            "403\n\n3600\n0\n",
            "503\nFri, 31 Dec 9999 23:59:59 GMT\nMon, 01 Jan 0001 00:00:00 GMT")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("\n", "0", "9999999999", "GMT", "+1400", "Feb 30", "Fri, ", "-1", "\u0660");
  }

  @Override
  protected void check(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
    int status = Math.floorMod(lines[0].hashCode(), 2) == 0 ? 429 : 403;
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 0; i < NAMES.size() && i + 1 < lines.length; i++) {
      headers.put(NAMES.get(i), List.of(lines[i + 1]));
    }
    RemoteFailure failure =
        RemoteFailure.answered(AT, status, HttpHeaders.of(headers, (name, value) -> true), "");

    Optional<Duration> pause = RemoteTime.pause(failure, VirtualTime.START);

    assertThat(pause.orElse(Duration.ZERO).isNegative()).isFalse();
    assertThat(pause.isPresent() || !RemoteTime.isLimited(failure)).isTrue();
  }
}
