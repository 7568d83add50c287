package dev.countersign.modelrefs.git.references;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static dev.countersign.modelrefs.reference.ReferenceFixtures.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceHistoryIT {
  @TempDir Path folder;
  private GitFixture fixture;
  private GitRepository git;
  private ReferenceHistory references;

  @BeforeEach
  void open() {
    fixture = GitFixture.withMain(folder);
    git = fixture.open();
    references = new ReferenceHistory(git);
  }

  @AfterEach
  void close() {
    git.close();
    fixture.close();
  }

  @Test
  void readsTheReferenceOfALineAtACommit() {
    CommitId none = fixture.tip(MAIN).orElseThrow();
    CommitId first = commit(ReferenceFixtures.first());
    CommitId second = commit(ReferenceFixtures.second());

    assertThat(references.at(none, LINE)).isInstanceOf(ReferenceReading.Absent.class);
    assertThat(reference(references.at(first, LINE))).isEqualTo(ReferenceFixtures.first());
    assertThat(reference(references.at(second, LINE))).isEqualTo(ReferenceFixtures.second());
  }

  @Test
  void tellsTheHistoryOfALine_newestFirst() {
    CommitId first = commit(ReferenceFixtures.first());
    fixture.commit(MAIN, Map.of("other.txt", "1"));
    CommitId second = commit(ReferenceFixtures.second());
    CommitId tip = fixture.commit(MAIN, Map.of("other.txt", "2"));

    assertThat(references.of(LINE, tip))
        .extracting(change -> change.commit().id())
        .containsExactly(second, first);
    assertThat(references.newest(LINE, tip).map(change -> reference(change.reading())))
        .contains(ReferenceFixtures.second());
  }

  @Test
  void oneDamagedReferenceHidesNoOther() {
    ModelEnvironment damaged = ModelEnvironment.of("damaged", "production");
    commit(ReferenceFixtures.first());
    String text = text(ReferenceFixtures.first());
    CommitId tip =
        fixture.commit(
            MAIN,
            Map.of(
                damaged.referencePath(),
                text,
                "model-refs/NOT-A-NAME/x/model-reference.json",
                text,
                "model-refs/README.md",
                "words"));

    Map<ModelEnvironment, ReferenceReading> all = references.all(tip);

    assertThat(all).containsOnlyKeys(damaged, LINE);
    assertThat(reference(all.get(LINE))).isEqualTo(ReferenceFixtures.first());
    assertThat(all.get(damaged))
        .isInstanceOfSatisfying(
            ReferenceReading.Unreadable.class,
            reading -> assertThat(reading.reason()).isEqualTo("it is about \"" + LINE + "\""));
  }

  @Test
  @DisplayName("Fault row 11: a reference that was edited by hand says so, and goes no further")
  void tellsWhyAReferenceCannotBeRead() {
    String edited = text(ReferenceFixtures.first()).replace("\"sequence\": 1", "\"sequence\": 7");
    CommitId tip = fixture.commit(MAIN, Map.of(LINE.referencePath(), edited));

    assertThat(references.at(tip, LINE))
        .isInstanceOfSatisfying(
            ReferenceReading.Unreadable.class,
            reading -> assertThat(reading.code()).isEqualTo(ErrorCode.CHECKSUM_MISMATCH));
  }

  @Test
  void aRemovedReferenceIsAbsentFromThenOn() {
    commit(ReferenceFixtures.first());
    fixture.remove(MAIN, LINE.referencePath());
    CommitId tip = fixture.tip(MAIN).orElseThrow();

    assertThat(references.of(LINE, tip).get(0).reading())
        .isInstanceOf(ReferenceReading.Absent.class);
    assertThat(references.all(tip)).isEmpty();
  }

  private CommitId commit(ModelReference reference) {
    return fixture.commit(MAIN, Map.of(LINE.referencePath(), text(reference)));
  }

  private static String text(ModelReference reference) {
    return new String(ReferenceCodec.encode(reference), StandardCharsets.UTF_8);
  }

  private static ModelReference reference(ReferenceReading reading) {
    return reading.document().orElseThrow().reference();
  }
}
