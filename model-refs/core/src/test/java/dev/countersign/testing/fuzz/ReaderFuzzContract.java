package dev.countersign.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a reader of outside input keeps: it ends in a value or in a refusal with one of its
 * documented codes, and says what is wrong in bounded length.
 */
public abstract class ReaderFuzzContract extends FuzzContract {
  /** Reads one input and checks what was read, for example that it is the same written again. */
  protected abstract void read(byte[] input);

  /** The codes that the reader documents. */
  protected Set<ErrorCode> refusals() {
    return Set.of(ErrorCode.INPUT_INVALID);
  }

  @Override
  protected final void check(byte[] input) {
    try {
      read(input);
    } catch (CountersignException refused) {
      if (!refusals().contains(refused.code())) {
        throw refused;
      }
      assertThat(refused.explanation()).isNotBlank();
    }
  }

  /** Otherwise mutations of it would only ever be refused, and the target would see nothing. */
  @Test
  void readsTheFirstSeed() {
    assertThatCode(() -> read(seeds().get(0))).doesNotThrowAnyException();
  }
}
