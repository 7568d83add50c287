package dev.countersign.bot.review.html;

import dev.countersign.bot.text.HtmlText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of HTML, well-formed and with every text in it encoded. There is no way to make one from
 * markup in a string; elements are made by {@link Tag}.
 */
public final class Html {
  /** Nothing. */
  public static final Html NONE = new Html("");

  /** One space, which texts lose at their edges. */
  public static final Html SPACE = new Html(" ");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** Text as one line. */
  public static Html text(String text) {
    return new Html(HtmlText.of(text));
  }

  /** Several lines for an element that keeps line breaks, such as {@code pre}. */
  public static Html lines(List<String> lines) {
    return new Html(HtmlText.lines(lines));
  }

  /** Pieces one after the other. */
  public static Html all(Html... pieces) {
    return all(Arrays.asList(pieces));
  }

  /** Pieces one after the other. */
  public static Html all(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** For this package only: markup that was put together from encoded parts. */
  static Html ofEncoded(String markup) {
    return new Html(markup);
  }

  /** The markup. */
  public String markup() {
    return markup;
  }

  @Override
  public String toString() {
    return markup;
  }
}
