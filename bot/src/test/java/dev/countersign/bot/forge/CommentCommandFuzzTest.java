package dev.countersign.bot.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.fuzz.FuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("I7: a comment holds a command only where a line starts with one")
class CommentCommandFuzzTest extends FuzzContract {
  @Override
  protected List<byte[]> seeds() {
    return Stream.of(
            "Looked at it.\n/countersign waive rmse-superior  the new slice explains it\n",
            "  /countersign approve sha256:0123ABCD\r\n/countersign approve 0123abcdef",
            "````sh\n```\n/countersign approve 0123abcd\n````\n> /countersign waive x y",
            "~~~\n/countersign approve 0123abcd\n~~~ x\n\t/countersign approve 0123abcd")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  protected List<String> words() {
    return List.of(
        "\n", "    ", "```", "~~~~", "> ", "`", "/countersign ", "approve ", "waive ", "\u0085");
  }

  @Override
  protected void check(byte[] input) {
    String comment = new String(input, StandardCharsets.UTF_8);
    List<CommentCommand> commands = CommentCommand.in(comment);

    List<String> lines = comment.lines().filter(CommentCommandFuzzTest::mayBeCommand).toList();
    assertThat(commands).hasSizeLessThanOrEqualTo(lines.size());
    commands.forEach(command -> assertThat(lines).anyMatch(line -> says(line, command)));
    assertThat(CommentCommand.in("````\n" + comment.replaceAll("[`~]", "") + "\n````")).isEmpty();
    assertThat(CommentCommand.in(comment.replaceAll("(?m)^", "> "))).isEmpty();
  }

  private static boolean mayBeCommand(String line) {
    return line.strip().startsWith("/countersign") && !line.startsWith("    ");
  }

  private static boolean says(String line, CommentCommand command) {
    if (command instanceof CommentCommand.Waive waive) {
      assertThat(waive.reason()).isNotBlank().doesNotContain("\n", "\r");
      return line.contains(waive.gateId()) && line.contains(waive.reason());
    }
    String prefix = ((CommentCommand.Approve) command).checksumPrefix();
    assertThat(prefix).matches("[0-9a-f]{8,64}");
    return line.toLowerCase(java.util.Locale.ROOT).contains(prefix);
  }
}
