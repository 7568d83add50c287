package dev.countersign.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any input at all. Whatever {@link #check} throws is a finding. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FuzzContract {
  private static final int MUTATIONS = 1_500;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Inputs to start from: well-formed ones of every kind, and those that were findings. */
  protected abstract List<byte[]> seeds();

  /** Checks one input; throws nothing if all is well. */
  protected abstract void check(byte[] input);

  /** Words of the format, which chance alone would hardly write. */
  protected List<String> words() {
    return List.of();
  }

  /** How many mutations the ordinary test run tries; fewer where one takes long. */
  protected int mutations() {
    return MUTATIONS;
  }

  @Test
  void holdsForTheSeedsAndTheirMutations() {
    Mutations mutations = new Mutations(seeds(), words(), getClass().getName().hashCode());
    seeds().forEach(this::checkNamed);
    for (int i = 0; i < mutations(); i++) {
      checkNamed(mutations.next());
    }
  }

  /** For Jazzer alone: without it, its agent would be loaded into the other tests' process. */
  @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = ".+")
  @MethodSource("seedArguments")
  @FuzzTest
  void holdsForWhatReachesNewCode(byte[] input) {
    long start = System.nanoTime();
    check(input);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }

  final Stream<Arguments> seedArguments() {
    return seeds().stream().map(seed -> Arguments.of((Object) seed));
  }

  private void checkNamed(byte[] input) {
    try {
      check(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "the input (Base64) " + Base64.getEncoder().encodeToString(input) + ": " + e, e);
    }
  }
}
