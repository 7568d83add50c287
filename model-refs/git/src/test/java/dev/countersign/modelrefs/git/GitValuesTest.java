package dev.countersign.modelrefs.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitValuesTest {
  private static final CommitId COMMIT = new CommitId("a".repeat(40));
  private static final Person ADA = new Person("Ada", "ada@example.com", Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        "./a",
        ".git/config",
        "a/.GIT/hooks/x",
        "a\\b",
        "a\nb",
        "a\0b"
      })
  @DisplayName("Fault row 14: a commit writes no path that leaves its folder or that Git reserves")
  void refusesPaths(String path) {
    assertThatThrownBy(
            () -> new CommitDraft(List.of(), Map.of(path, Optional.empty()), "message", ADA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a path of a file in Git");
  }

  @Test
  void refusesNulInAMessage() {
    assertThatThrownBy(() -> new CommitDraft(List.of(), Map.of(), "a\0b", ADA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "heads/main", "HEAD", "", "-f"})
  @DisplayName("Fault row 30: only full ref names are moved")
  void refusesShortRefNames(String ref) {
    assertThatThrownBy(() -> RefUpdate.create(ref, COMMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + ref + "\" is not a full ref name");
  }

  @Test
  void refusesAnUpdateThatDoesNothing() {
    assertThatThrownBy(() -> new RefUpdate("refs/heads/a", Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aQueryForNothingIsRefused() {
    assertThatThrownBy(() -> new LogQuery(COMMIT, Optional.empty(), Optional.empty(), true, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(LogQuery.historyOf("a", COMMIT).firstParent()).isTrue();
    assertThat(LogQuery.between(COMMIT, COMMIT).firstParent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "main"})
  void aBlobIsNamedInFull(String hex) {
    assertThatThrownBy(() -> new BlobId(hex)).isInstanceOf(IllegalArgumentException.class);
  }
}
