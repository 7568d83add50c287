package dev.countersign.ci.process.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any bytes between a deployer and a front are a whole value, or none")
class WireFuzzTest extends FuzzContract {
  private static final ProcessIdentity PROCESS = new ProcessIdentity(4711, 1_795_176_000_000L);
  private static final AppRecord APP =
      new AppRecord("a1", PROCESS, 8081, "sha256:" + "a".repeat(64), 5_000, AppRole.ACTIVE);
  private static final FrontStatus STATUS =
      new FrontStatus("m/e", List.of(new AppStatus(APP, true, "")));
  private static final StartRequest START =
      new StartRequest(
          "a2", List.of("java", "-jar"), Map.of("A", "b"), "/srv", "/log", 8082, "sha256:0", 5_000);
  private static final FrontAddress ADDRESS =
      new FrontAddress(PROCESS, "m/e", "127.0.0.1", 8080, 9090, "token");

  @Override
  protected List<byte[]> seeds() {
    return Stream.of(STATUS, START, ADDRESS).map(Wire::write).toList();
  }

  @Override
  protected List<String> words() {
    return List.of("CANDIDATE", "DRAINING", "null,", "[null]", "{},", "-1", "1e99");
  }

  @Override
  protected void check(byte[] input) {
    Wire.read(input, FrontStatus.class).ifPresent(WireFuzzTest::isWhole);
    Wire.read(input, StartRequest.class)
        .ifPresent(start -> assertThat(start).hasNoNullFieldsOrProperties());
    Wire.read(input, FrontAddress.class)
        .ifPresent(address -> assertThat(address).hasNoNullFieldsOrProperties());
  }

  private static void isWhole(FrontStatus status) {
    Optional<AppStatus> active = status.active();
    assertThat(status.apps()).allMatch(app -> status.app(app.app().id()).isPresent());
    assertThat(status.candidates()).doesNotContainAnyElementsOf(active.stream().toList());
    assertThat(Wire.read(Wire.write(status), FrontStatus.class)).contains(status);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Wire.read(Wire.write(STATUS), FrontStatus.class)).contains(STATUS);
    assertThat(Wire.read(Wire.write(START), StartRequest.class)).contains(START);
    assertThat(Wire.read(Wire.write(ADDRESS), FrontAddress.class)).contains(ADDRESS);
  }
}
