package dev.countersign.bot.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.ci.target.TargetSpec;
import dev.countersign.modelrefs.error.CountersignException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetFactoryTest {
  @Test
  void namesTheTargetAndTheKind_thatNoAdapterServes() {
    TargetSpec spec = new TargetSpec("app", "telepathy", List.of(), Map.of());

    assertThatThrownBy(() -> new TargetFactory(step -> {}).of(spec))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("target \"app\" has the kind \"telepathy\", which no adapter serves");
  }
}
