package dev.countersign.bot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarratorTest {
  @Test
  void showsCommandsThatAShellTakesAsTheyStand() {
    List<String> told = new ArrayList<>();

    new Narrator(told::add)
        .command(List.of("rollback", "m/production", "-p", "eta=0.1", "--reason", "it's $HOME"));

    assertThat(told)
        .containsExactly(
            "   $ countersign rollback m/production -p eta=0.1 --reason 'it'\\''s $HOME'");
  }
}
