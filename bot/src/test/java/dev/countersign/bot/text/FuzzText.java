package dev.countersign.bot.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzzed bytes as text, and what to start from. */
final class FuzzText {
  /** What forges, chats and terminals act on. */
  static final List<String> WORDS =
      List.of(
          "/merge",
          "@all",
          "@",
          "#1",
          "!2",
          "~bug",
          "%3",
          "&4",
          "$5",
          "^6",
          "GH-1",
          "http://h",
          "www.h.example",
          "mailto:a@b.example",
          "<",
          ">",
          "&lt;",
          "&#64;",
          "&",
          "|",
          "\\",
          "`",
          "```",
          "~~~",
          "*",
          "_",
          "**b**",
          "[a](b)",
          "![",
          "](",
          "<!--",
          "-->",
          "- ",
          "+ ",
          "1. ",
          "2) ",
          "# ",
          "===",
          "---",
          "> ",
          "    ",
          "\n",
          "\r",
          "\u0085",
          "\u2028",
          "\u200b",
          "\u200d",
          "\ufe0f",
          "\u1160",
          "\ud83d\ude00",
          "e\u0301",
          "\u0130",
          "\u001b[31m",
          "::",
          "##[",
          "${x}",
          "{{DATE(1,SHORT)}}",
          ":tada:",
          "deadbeef",
          "Draft: ",
          "[skip ci]",
          "=1+1",
          "\"",
          "'",
          "<script>",
          "onerror=",
          "<@U1>",
          "a_b",
          "x".repeat(380));

  private FuzzText() {}

  /**
   * UTF-8, with signs for what is none; behind a byte 0xFE, which UTF-8 never has, UTF-16, so that
   * halves of surrogate pairs occur too.
   */
  static String of(byte[] input) {
    return input.length > 0 && input[0] == (byte) 0xFE
        ? new String(input, 1, input.length - 1, StandardCharsets.UTF_16BE)
        : new String(input, StandardCharsets.UTF_8);
  }

  /** The hostile samples of the other tests. */
  static List<byte[]> seeds() {
    return HostileText.samples().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
