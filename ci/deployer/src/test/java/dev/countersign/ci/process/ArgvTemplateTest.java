package dev.countersign.ci.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArgvTemplateTest {
  @Test
  void replacesPlaceholdersInsideTheirArgument() {
    ArgvTemplate template = new ArgvTemplate(List.of("{java}", "--url=http://x:{port}/{model}"));

    assertThat(template.fill(Map.of("java", "/bin/java", "port", "80", "model", "m")))
        .containsExactly("/bin/java", "--url=http://x:80/m");
  }

  @Test
  @DisplayName("Fault row 30: what looks like shell code or a placeholder stays one argument")
  void passesValuesOnAsTheyAre() {
    ArgvTemplate template = new ArgvTemplate(List.of("{store}", "{port}"));

    assertThat(template.fill(Map.of("store", "$(rm -rf /); {port} \\1 $0", "port", "80")))
        .containsExactly("$(rm -rf /); {port} \\1 $0", "80");
  }
}
