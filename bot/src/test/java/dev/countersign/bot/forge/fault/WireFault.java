package dev.countersign.bot.forge.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** What can go wrong between an adapter and a forge. */
public enum WireFault {
  RESET(true, 1),
  EMPTY(true, 1),
  GARBAGE(true, 1),
  BROKEN_CHUNK(true, 1),
  DRIBBLE(true, 1),
  ANSWER_LOST(true, 1),
  ANSWER_LOST_BEHIND_502(true, 1),
  RATE_LIMITED(true, 1),
  TWICE_500(true, 2),
  NOT_JSON(true, 1),
  LOGIN_PAGE(false, 1),
  FORBIDDEN(false, 1),
  TOKEN_EXPIRED(false, 1),
  REDIRECTED_ELSEWHERE(false, 1);

  private final boolean passes;
  private final int times;

  WireFault(boolean passes, int times) {
    this.passes = passes;
    this.times = times;
  }

  /** Whether it is gone when it is tried again, so that nobody has to hear of it. */
  public boolean passes() {
    return passes;
  }

  /** Whether the forge says that the token may not. */
  public boolean isRefusal() {
    return this == FORBIDDEN || this == TOKEN_EXPIRED;
  }

  /** How many requests it meets. */
  public int times() {
    return times;
  }

  /**
   * What the proxy answers.
   *
   * @param forge behind it, for what is carried out although the answer is lost
   * @param words in which the forge refuses a token
   */
  public ResponseDefinitionBuilder answer(String forge, RefusalWords words) {
    return switch (this) {
      case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case EMPTY -> aResponse().withFault(Fault.EMPTY_RESPONSE);
      case GARBAGE -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case BROKEN_CHUNK -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
      case DRIBBLE ->
          json(200).withBody("[" + " ".repeat(98) + "]").withChunkedDribbleDelay(50, 60_000);
      case ANSWER_LOST -> aResponse().proxiedFrom(forge).withTransformers(LostAnswer.DROPPED);
      case ANSWER_LOST_BEHIND_502 ->
          aResponse().proxiedFrom(forge).withTransformers(LostAnswer.BAD_GATEWAY);
      case RATE_LIMITED ->
          json(429).withHeader("Retry-After", "3").withBody("{\"message\":\"Retry later\"}");
      case TWICE_500 -> json(500).withBody("{\"message\":\"Server Error\"}");
      case NOT_JSON -> json(200).withBody("{\"cut off\": ");
      case LOGIN_PAGE ->
          aResponse()
              .withHeader("Content-Type", "text/html; charset=utf-8")
              .withHeader("X-Request-Id", "01REQUEST")
              .withBody("<!DOCTYPE html><title>Sign in</title>");
      case FORBIDDEN -> words.forbidden(json(403));
      case TOKEN_EXPIRED -> json(401).withBody(words.expired());
      case REDIRECTED_ELSEWHERE ->
          json(302).withHeader("Location", "http://localhost:1/sign_in").withBody("{}");
    };
  }

  /** How a forge words that a token may not. */
  public interface RefusalWords {
    /** Adds what is said to a token that lacks a right. */
    ResponseDefinitionBuilder forbidden(ResponseDefinitionBuilder answer);

    /** What is said to a token that is no longer valid. */
    String expired();
  }

  private static ResponseDefinitionBuilder json(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("X-Request-Id", "01REQUEST");
  }
}
