package dev.countersign.bot.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line made of spans. Immutable; the methods that add return a new one. */
public record Phrase(List<Span> spans) {
  /** Nothing. */
  public static final Phrase EMPTY = new Phrase(List.of());

  public Phrase {
    spans = List.copyOf(spans);
  }

  /** A line of running text. */
  public static Phrase of(String text) {
    return EMPTY.text(text);
  }

  /** This line, then running text. */
  public Phrase text(String text) {
    return text.isEmpty() ? this : with(new Span.Text(text));
  }

  /** This line, then text that should not be overlooked. */
  public Phrase strong(String text) {
    return with(new Span.Strong(text));
  }

  /** This line, then something word for word. */
  public Phrase code(String text) {
    return with(new Span.Code(text));
  }

  /** This line, then an address. */
  public Phrase address(String text, String address) {
    return with(new Span.Address(text, address));
  }

  /** This line, then a word with its tone. */
  public Phrase mark(Tone tone, String word) {
    return with(new Span.Mark(tone, word));
  }

  /** This line, then another one. */
  public Phrase then(Phrase other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Phrase(all);
  }

  /** Its words alone, for where nothing can be emphasised. */
  public String plain() {
    return spans.stream().map(Phrase::words).collect(Collectors.joining());
  }

  private static String words(Span span) {
    if (span instanceof Span.Text text) {
      return text.text();
    } else if (span instanceof Span.Strong strong) {
      return strong.text();
    } else if (span instanceof Span.Code code) {
      return code.text();
    } else if (span instanceof Span.Address address) {
      return address.text();
    }
    return ((Span.Mark) span).word();
  }

  private Phrase with(Span span) {
    List<Span> all = new ArrayList<>(spans);
    all.add(span);
    return new Phrase(all);
  }
}
