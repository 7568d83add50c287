package dev.countersign.ci.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.ReferenceFixtures;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageTest {
  private final ModelReference first = ReferenceFixtures.first();
  private final ModelReference second = ReferenceFixtures.second();
  private final ModelReference rollback = ReferenceFixtures.rollback();

  @ParameterizedTest
  @DisplayName("Fault row 60: a sequence is one more than that of the reference before")
  @CsvSource({"0, 1, true", "1, 2, true", "1, 1, false", "2, 1, false", "1, 3, false"})
  void followsWithoutAStepBackOrAJump(int before, int sequence, boolean follows) {
    Check check =
        Lineage.follows(
            Releases.reference(sequence),
            before == 0 ? Optional.empty() : Optional.of(Releases.reference(before)));

    assertThat(check instanceof Check.Passed).isEqualTo(follows);
    assertThat(check)
        .isEqualTo(
            follows
                ? new Check.Passed(CheckName.SEQUENCE, "sequence " + sequence)
                : new Check.Failed(
                    CheckName.SEQUENCE,
                    ErrorCode.SEQUENCE_REFUSED,
                    "sequence \"%d\" does not follow; after the reference before, it must be \"%d\""
                        .formatted(sequence, before + 1)));
  }

  @Test
  @DisplayName("Fault row 60: what a later rollback withdraws is known by its digest")
  void isWithdrawnByTheRollbackThatNamesItsDigest() {
    assertThat(Lineage.withdrawnBy(second, Stream.of(first, rollback))).contains(rollback);
    assertThat(Lineage.withdrawnBy(first, Stream.of(second, rollback))).isEmpty();
  }

  @Test
  void aRollbackCopiesAllOfItsSource_andNamesWhatItWithdraws() {
    assertThat(Lineage.copies(rollback, first)).isTrue();
    assertThat(Lineage.copies(rollback, second)).isFalse();
    assertThat(Lineage.names(rollback, second)).isTrue();
    assertThat(Lineage.names(rollback, first)).isFalse();
    assertThat(Lineage.names(second, first)).isFalse();
  }
}
