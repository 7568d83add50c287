package dev.countersign.bot.forge.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("I8: in any text sent to GitLab, no line starts with a slash")
class InertTextFuzzTest extends FuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of("one\n/merge\r\n  /close", "```\n/x\n```\u2028\u200b/y", "a / b")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of("/", "\n", "\r", "\u0085", "\u2028", "\u200b", "\u00a0", "\u000b", "\f", " ");
  }

  @Override
  protected void check(byte[] input) {
    String inert = InertText.of(new String(input, StandardCharsets.UTF_8));

    assertThat(inert)
        .doesNotContain("\r", "\u0085", "\u2028", "\u2029")
        .doesNotContainPattern("(?m)^[\\p{Z}\\p{Cf}\\t\\x0B\\f]*/");
    assertThat(InertText.of(inert)).isEqualTo(inert);
  }
}
