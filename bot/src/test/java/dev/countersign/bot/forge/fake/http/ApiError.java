package dev.countersign.bot.forge.fake.http;

/** Ends a request with the forge's own error answer. */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  public ApiError(Answer answer) {
    super(answer.status() + " " + answer.text());
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
