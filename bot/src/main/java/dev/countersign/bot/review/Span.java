package dev.countersign.bot.review;

/** A part of a line. Its text is plain, as it came; a renderer encodes it. */
public sealed interface Span {
  /** Running text. */
  record Text(String text) implements Span {}

  /** Text that a reader should not overlook. */
  record Strong(String text) implements Span {}

  /** A name, digest or command, word for word. */
  record Code(String text) implements Span {}

  /** An address; shown as a link if the renderer's policy allows it, else as its text. */
  record Address(String text, String address) implements Span {}

  /** A word with its tone. */
  record Mark(Tone tone, String word) implements Span {}
}
