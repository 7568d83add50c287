package dev.countersign.bot.forge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.testing.fuzz.ReaderFuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Any line that stands in a local merge request is an event, or a conflict")
class LocalEventFuzzTest extends ReaderFuzzContract {
  private static final String START = "\"at\":\"2026-05-03T14:00:00Z\",\"by\":\"bob\"";

  @Override
  protected List<byte[]> seeds() {
    String head = "a".repeat(40);
    return Stream.of(
            "{\"event\":\"opened\",\"schemaVersion\":\"1.0\",%s,\"source\":\"countersign/m/e\","
                + "\"heading\":{\"target\":\"main\",\"title\":\"t\",\"labels\":[],\"draft\":false}}",
            "{\"event\":\"approved\",%s,\"head\":\"" + head + "\",\"simulated\":true}",
            "{\"event\":\"closed\",%s,\"byPerson\":true,\"reason\":\"no\"}",
            "{\"event\":\"merged\",%s,\"mergeCommit\":\"" + head + "\"}")
        .map(line -> line.formatted(START).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("waived", "reopened", "headChanged", "edited", "1.", "Bob Builder <b@b>");
  }

  @Override
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.CONFLICT);
  }

  @Override
  protected void read(byte[] input) {
    LocalEvent event = LocalEventReader.read(new String(input, StandardCharsets.UTF_8), "event");

    assertThat(LocalEventReader.read(LocalEventWriter.line(event), "written")).isEqualTo(event);
  }
}
