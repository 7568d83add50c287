package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.transport.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabSettingsTest {
  private static final String CANARY = "glpat-canary-7d1f";

  @ParameterizedTest
  @CsvSource({
    "https://gitlab.com, acme/models, https://gitlab.com/acme/models",
    "https://git.example/gitlab/, group/sub/sub2/models, https://git.example/gitlab/group/sub/sub2/models",
    "http://127.0.0.1:8080/root, a/b.c-d_e, http://127.0.0.1:8080/root/a/b.c-d_e"
  })
  @DisplayName("Fault row 52: a URL root and nested groups")
  void findsTheProjectsPage(String url, String project, String page) {
    assertThat(settings(url, project).projectPage()).isEqualTo(URI.create(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gitlab.example",
        "https://alice:secret@gitlab.example",
        "https://gitlab.example?x=1",
        "https://gitlab.example/#x",
        "ssh://gitlab.example",
        "gitlab.example",
        "https://gitlab.example/api/v4"
      })
  void refusesWhatIsNotAGitLab(String url) {
    assertThatThrownBy(() -> settings(url, "acme/models"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"models", "/acme/models", "acme//models", "acme/../models", "acme/a b", "42"})
  void refusesWhatIsNotAProject(String project) {
    assertThatThrownBy(() -> settings("https://gitlab.com", project))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + project + "\" is not a project");
  }

  @Test
  @DisplayName("I13: the token is not printed")
  void printsNoToken() {
    assertThat(settings("https://gitlab.com", "acme/models").toString()).doesNotContain(CANARY);
  }

  private static GitLabSettings settings(String url, String project) {
    return new GitLabSettings(
        URI.create(url),
        project,
        "main",
        new GitLabToken(GitLabToken.Kind.ACCESS, new Secret(CANARY)),
        Optional.empty(),
        Optional.empty());
  }
}
