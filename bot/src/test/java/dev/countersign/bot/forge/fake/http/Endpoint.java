package dev.countersign.bot.forge.fake.http;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers.
   *
   * @throws ApiError to refuse
   */
  Answer answer(Request request);
}
