package dev.countersign.bot.text;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that a run could bring to harm its reader, and seeded mixtures of them. */
public final class HostileText {
  private static final List<String> PIECES =
      List.of(
          "/merge",
          "\n/merge",
          "\r/approve",
          "\u2028/close",
          "\u0085/label ~x",
          "\t/assign @me",
          "@all",
          "@org/team",
          "#1",
          "!3",
          "~bug",
          "%1",
          "&1",
          "$1",
          "GH-1",
          "ABC-12",
          "Fixes #1",
          "closes https://forge.example/a/b/-/issues/1",
          "www.evil.example",
          "a@b.example",
          "0123456789abcdef0123456789abcdef01234567",
          "deadbee",
          "|",
          "\\|",
          "\\",
          "`",
          "``",
          "```",
          "~~~",
          "</details>",
          "<details open>",
          "<!-- countersign: {} -->",
          "-->",
          "<script>",
          "<img src=x onerror=alert(1)>",
          "\" onmouseover=\"x",
          "'",
          "[x](javascript:alert(1))",
          "![](https://evil.example/p.png)",
          "[^1]",
          "[[_TOC_]]",
          ":tada:",
          "::include{file=x}",
          "$`1+1`$",
          "$$x$$",
          "**b**",
          "_i_",
          "a_b",
          "---",
          "===",
          "1. x",
          "2) y",
          "+ z",
          "> q",
          ">>>",
          "# h",
          "\u202E",
          "\u200B",
          "\u2066",
          "\uFEFF",
          "\u0000",
          "\u001B[31m",
          "\u009B",
          "\u3164",
          "\uD800",
          "\uDB40\uDC41",
          "аccuracy",
          "‹",
          "$(id)",
          ";",
          "${x}",
          "refs/../x",
          "--upload-pack=x",
          "[skip ci]",
          "Draft:",
          "::set-env name=A::b",
          "##[error]x",
          "```mermaid\n%%{init: {}}%%\nclick A \"javascript:x()\"\n```",
          " ",
          "x",
          "rmse",
          "é");

  private HostileText() {}

  /** Each piece alone, and 400 mixtures; the same ones every time. */
  public static Stream<String> samples() {
    Random random = new Random(20261120);
    Stream<String> mixtures =
        IntStream.range(0, 400).mapToObj(i -> mixture(random, 1 + random.nextInt(8)));
    return Stream.concat(PIECES.stream(), mixtures);
  }

  private static String mixture(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
