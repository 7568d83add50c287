package dev.countersign.bot.web;

/** A request that is not answered with what it asked for. */
final class Refusal extends RuntimeException {
  private final int status;
  private final String title;
  private final String explanation;

  Refusal(int status, String title, String explanation) {
    super(title);
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }
}
