package dev.countersign.bot.forge.fake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.fake.BareRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Fault row 24: what GitLab does because of a text")
class QuickActionsTest {
  @TempDir private Path folder;
  private FakeGitLab gitLab;

  @BeforeEach
  void open() {
    gitLab = FakeGitLab.start(BareRepository.create(folder.resolve("models.git")));
    String main = gitLab.forge().repository().tip("main").orElseThrow();
    gitLab.forge().push("dave", "feature", List.of(main), Map.of("a", "a"));
    gitLab
        .forge()
        .personally(
            () ->
                gitLab
                    .forge()
                    .mergeRequests()
                    .create("feature", "main", gitLab.people().get("dave")));
  }

  @AfterEach
  void stop() {
    gitLab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/close",
        "text\n/close",
        "text\r\n/close\r\nmore",
        "/CLOSE",
        "/close now",
        "| a |\n/close",
        "```\ncode\n```\n/close",
        "<b>\n\n/close",
        "/cl\rose"
      })
  void doesIt(String text) {
    gitLab.comment(1, "dave", text);

    assertThat(gitLab.executedQuickActions()).containsExactly("/close on 1 by dave");
    assertThat(gitLab.mergeRequest(1).open()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " /close",
        "> /close",
        "`/close`",
        "```\n/close\n```",
        "<p>\n/close\n</p>",
        ">>>\n/close\n>>>",
        "see /close",
        "\\/close",
        "/closer",
        "//close",
        "a\u2028/close"
      })
  void leavesItAlone(String text) {
    gitLab.comment(1, "dave", text);

    assertThat(gitLab.executedQuickActions()).isEmpty();
    assertThat(gitLab.mergeRequest(1).open()).isTrue();
  }

  @Test
  void mergesAndApproves_forWhoeverMay() {
    gitLab.comment(1, "guest", "/merge");
    assertThat(gitLab.mergeRequest(1).open()).isTrue();

    gitLab.comment(1, "alice", "/approve\n/merge\n");

    assertThat(gitLab.mergeRequest(1).reviews()).hasSize(1);
    assertThat(gitLab.mergeRequest(1).landing()).isPresent();
  }
}
