package dev.countersign.modelrefs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.modelrefs.value.ModelVersion.Bump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineHistoryTest {
  private static final Digest NEW = Digest.of(new byte[] {42});
  private final ModelReference first = ReferenceFixtures.first();
  private final ModelReference second = ReferenceFixtures.second();
  private final ModelReference rollback = ReferenceFixtures.rollback();

  @Test
  void startsALineAt1_0_0_whateverTheRunAsksFor() {
    assertThat(new LineHistory(List.of()).next(NEW, Bump.MAJOR))
        .isEqualTo(numbers("1.0.0", "1.0.0", 1));
  }

  @ParameterizedTest
  @CsvSource({"PATCH, 1.1.1", "MINOR, 1.2.0", "MAJOR, 2.0.0"})
  void bumpsTheHighestVersion_alsoAfterARollback(Bump bump, String version) {
    LineHistory history = new LineHistory(List.of(rollback, second, first));

    assertThat(history.next(NEW, bump)).isEqualTo(numbers(version, version, 4));
  }

  @Test
  void keepsTheVersionOfADigestThatHadOne() {
    LineHistory history = new LineHistory(List.of(rollback, second, first));

    assertThat(history.next(second.artifact().digest(), Bump.MAJOR))
        .isEqualTo(numbers("1.1.0", "1.1.0", 4));
    assertThat(new LineHistory(List.of(second, first)).next(first.artifact().digest(), Bump.PATCH))
        .isEqualTo(numbers("1.0.0", "1.1.0", 3));
  }

  @Test
  void carriesTheVersionOfAnAdvancedReference_unlessAnotherArtifactHasIt() {
    assertThat(new LineHistory(List.of()).advanced(second)).isEqualTo(numbers("1.1.0", "1.1.0", 1));
    assertThat(new LineHistory(List.of(first)).advanced(second))
        .isEqualTo(numbers("1.1.0", "1.1.0", 2));
    assertThat(new LineHistory(List.of(first)).advanced(ReferenceFixtures.adopted()))
        .as("1.0.0 is taken by another artifact")
        .isEqualTo(numbers("1.0.1", "1.0.1", 2));
    assertThat(new LineHistory(List.of(second, first)).advanced(first))
        .as("the artifact itself had the version")
        .isEqualTo(numbers("1.0.0", "1.1.0", 3));
  }

  @Test
  void remembersWhatWasWithdrawn_untilItIsMergedAgain() {
    Digest withdrawn = second.artifact().digest();

    assertThat(new LineHistory(List.of(second, first)).withdrawn()).isEmpty();
    assertThat(new LineHistory(List.of(rollback, second, first)).withdrawn())
        .containsExactly(withdrawn);
    assertThat(new LineHistory(List.of(second, rollback, second, first)).withdrawn()).isEmpty();
    assertThat(new LineHistory(List.of(rollback, second, rollback, second, first)).withdrawn())
        .containsExactly(withdrawn);
  }

  @Test
  void neverLowersTheHighestVersionNorTheSequence_whateverHappens() {
    Random random = new Random(7);
    List<Bump> bumps = List.of(Bump.values());
    List<ModelReference> references = List.of(first);
    for (int i = 0; i < 200; i++) {
      LineHistory history = new LineHistory(references);
      ModelReference base = history.base().orElseThrow();
      Digest artifact = Digest.of(new byte[] {(byte) random.nextInt(5)});
      ReferenceNumbers next = history.next(artifact, bumps.get(random.nextInt(bumps.size())));

      assertThat(next.sequence()).isEqualTo(base.sequence() + 1);
      assertThat(next.highestVersion()).isGreaterThanOrEqualTo(base.highestVersion());
      assertThat(next.highestVersion()).isGreaterThanOrEqualTo(next.version());
      references = prepend(trained(next, artifact), references);
    }
    assertThat(references.stream().map(ModelReference::version).distinct().count())
        .as("five artifacts and the first have six versions")
        .isEqualTo(6);
  }

  private ModelReference trained(ReferenceNumbers numbers, Digest digest) {
    Artifact artifact = first.artifact();
    return new ModelReference(
        first.line(),
        numbers.version(),
        numbers.highestVersion(),
        numbers.sequence(),
        Origin.TRAINED,
        new Artifact(
            artifact.uri(), artifact.layout(), digest, 1, artifact.format(), artifact.files()),
        Optional.empty(),
        first.provenance(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<ModelReference> prepend(ModelReference newest, List<ModelReference> older) {
    List<ModelReference> all = new ArrayList<>(older);
    all.add(0, newest);
    return all;
  }

  private static ReferenceNumbers numbers(String version, String highest, long sequence) {
    return new ReferenceNumbers(ModelVersion.parse(version), ModelVersion.parse(highest), sequence);
  }
}
