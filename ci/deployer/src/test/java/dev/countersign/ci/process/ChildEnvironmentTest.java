package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
  @Test
  @DisplayName("I13, fault row 35: the job's tokens are kept back")
  void keepsBackWhatIsNotNamed() {
    Map<String, String> job =
        Map.of("PATH", "/bin", "CI_JOB_TOKEN", "canary", "OMP_NUM_THREADS", "2");

    assertThat(ChildEnvironment.allowed(job, Set.of("OMP_NUM_THREADS", "NOT_SET")))
        .containsOnly(Map.entry("PATH", "/bin"), Map.entry("OMP_NUM_THREADS", "2"));
  }
}
