package dev.countersign.modelrefs.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteLocationTest {
  @Test
  void aPathIsOpenedInPlace_andAFileUrlIsCloned() {
    RemoteLocation folder = new RemoteLocation.Local(Path.of("/srv/models.git"));

    assertThat(RemoteLocation.parse("/srv/x/../models.git", Optional.empty())).isEqualTo(folder);
    assertThat(RemoteLocation.parse("file:///srv/models.git", Optional.empty()))
        .isEqualTo(new RemoteLocation.Cloned(Path.of("/srv/models.git")))
        .hasToString("file:///srv/models.git");
    assertThat(folder).hasToString("/srv/models.git");
  }

  @Test
  @DisplayName("I13: a server's location shows where it is, never the token")
  void showsNoToken() {
    HttpCredentials credentials = new HttpCredentials("bot", "glpat-canary");
    RemoteLocation server =
        RemoteLocation.parse("https://git.example/acme/models.git", Optional.of(credentials));

    assertThat(server).hasToString("https://git.example/acme/models.git");
    assertThat(credentials).hasToString("bot:***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bot:glpat-canary@git.example/models.git",
        "ssh://git@git.example/models.git",
        "git://git.example/models.git",
        "ext::sh -c id://x",
        "https:///models.git",
        "https://git.example/models.git?x=1",
        "https://git.example/models.git#main",
        "https://git example/models.git"
      })
  @DisplayName(
      "Fault row 17: what is no plain repository URL is refused, without repeating secrets")
  void refusesOtherUrls(String url) {
    assertThatThrownBy(() -> RemoteLocation.parse(url, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("glpat-canary");
  }
}
