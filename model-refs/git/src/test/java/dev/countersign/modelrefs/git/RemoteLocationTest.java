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
        "https://glpat-canary@git.example/models.git",
        "https://bot:glpat-canary@git_example/models.git",
        "https://bot:glpat-canary@x@git.example/models.git",
        "HTTPS://bot:glpat-canary@git.example:8443/models.git?x=1",
        "https://git.example/models.git?private_token=glpat-canary",
        "https://git.example/models.git#glpat-canary",
        "ssh://bot:glpat-canary@git.example/models.git",
        "foo:bot:glpat-canary@id://x",
        "https:/bot:glpat-canary@git.example/models.git",
        "bot:glpat-canary@git.example:models.git",
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

  @Test
  @DisplayName("I13: a login in a URL is refused with the host and what to do")
  void saysWhereTheLoginStands() {
    assertThatThrownBy(
            () -> RemoteLocation.parse("https://user:token@host/models.git", Optional.empty()))
        .hasMessage("the repository on \"host\" is named with a login; give it separately");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/team@acme/models.git", "team@acme/models.git", "./a:b/c.git"})
  void takesAFolderWithAnAt(String folder) {
    assertThat(RemoteLocation.parse(folder, Optional.empty()))
        .isInstanceOf(RemoteLocation.Local.class);
  }
}
