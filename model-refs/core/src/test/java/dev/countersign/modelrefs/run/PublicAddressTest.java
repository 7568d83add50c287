package dev.countersign.modelrefs.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("I13, fault row 34: no address that is recorded carries a login")
class PublicAddressTest {
  private static final Optional<String> SECRET =
      Optional.of("https://gitlab-ci-token:canary@gitlab.example/team/m.git");
  private static final Optional<String> PLAIN = Optional.of("https://gitlab.example/team/m.git");

  @ParameterizedTest
  @CsvSource({
    "https://user:token@host/x, https://host/x",
    "https://token@host:8443/x, https://host:8443/x",
    "https://user:p@ss@host/x, https://host/x",
    "s3://key:secret@bucket/data, s3://bucket/data",
    "https://host/x?by=a@b, https://host/x?by=a@b",
    "https://host/@scope/package, https://host/@scope/package",
    "git@host:team/m.git, git@host:team/m.git",
    "/srv/a@b, /srv/a@b"
  })
  void leavesOutNothingButTheLogin(String address, String shown) {
    assertThat(PublicAddress.of(address)).isEqualTo(shown);
  }

  @Test
  void dropsItWhereverARunNamesAnAddress() {
    Instant now = Instant.EPOCH;
    Digest digest = Digest.of("data".getBytes(StandardCharsets.UTF_8));

    assertThat(new CodeInfo(SECRET, Optional.empty(), false).repository()).isEqualTo(PLAIN);
    assertThat(new DataInfo("d", SECRET, digest, 1).uri()).isEqualTo(PLAIN);
    assertThat(new RunInfo("r", "local", SECRET, now, now, Optional.empty()).uri())
        .isEqualTo(PLAIN);
  }
}
