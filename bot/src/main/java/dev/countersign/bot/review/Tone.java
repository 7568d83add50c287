package dev.countersign.bot.review;

/** How a word or a verdict is meant; each has a sign, so that colour never carries it alone. */
public enum Tone {
  GOOD("✔"),
  BAD("✖"),
  /** A person has to decide. */
  OPEN("◆"),
  PLAIN("○");

  private final String sign;

  Tone(String sign) {
    this.sign = sign;
  }

  /** The sign shown before the word. */
  public String sign() {
    return sign;
  }
}
