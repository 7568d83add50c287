package dev.countersign.bot.forge.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.countersign.bot.forge.fault.LostAnswer;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.bot.transport.Transports;
import java.time.Duration;

/** What can go wrong between the adapter and GitLab. */
enum WireFault {
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
  boolean passes() {
    return passes;
  }

  /** How long an answer is waited for: not long where it does not end. */
  TransportSettings patience() {
    return this == DRIBBLE ? Transports.reading(Duration.ofSeconds(1)) : Transports.quick();
  }

  /** How many requests it meets. */
  int times() {
    return times;
  }

  /** Whether GitLab says that the token may not. */
  boolean isRefusal() {
    return this == FORBIDDEN || this == TOKEN_EXPIRED;
  }

  /** What the error must say. */
  String says() {
    return switch (this) {
      case LOGIN_PAGE -> "answered 200 with a web page";
      case FORBIDDEN -> "the token needs the scope \"api\"";
      case TOKEN_EXPIRED -> "the token is wrong, expired or revoked";
      default -> "";
    };
  }

  /**
   * What the proxy answers.
   *
   * @param gitLab behind it, for what is carried out although the answer is lost
   */
  ResponseDefinitionBuilder answer(String gitLab) {
    return switch (this) {
      case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case EMPTY -> aResponse().withFault(Fault.EMPTY_RESPONSE);
      case GARBAGE -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case BROKEN_CHUNK -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
      case DRIBBLE ->
          json(200).withBody("[" + " ".repeat(98) + "]").withChunkedDribbleDelay(50, 60_000);
      case ANSWER_LOST -> aResponse().proxiedFrom(gitLab).withTransformers(LostAnswer.DROPPED);
      case ANSWER_LOST_BEHIND_502 ->
          aResponse().proxiedFrom(gitLab).withTransformers(LostAnswer.BAD_GATEWAY);
      case RATE_LIMITED ->
          json(429).withHeader("Retry-After", "3").withBody("{\"message\":\"Retry later\"}");
      case TWICE_500 -> json(500).withBody("{\"message\":\"500 Internal Server Error\"}");
      case NOT_JSON -> json(200).withBody("{\"cut off\": ");
      case LOGIN_PAGE ->
          aResponse()
              .withHeader("Content-Type", "text/html; charset=utf-8")
              .withHeader("X-Request-Id", "01REQUEST")
              .withBody("<!DOCTYPE html><title>Sign in</title>");
      case FORBIDDEN ->
          json(403)
              .withBody(
                  "{\"error\":\"insufficient_scope\",\"error_description\":\"no\",\"scope\":\"api\"}");
      case TOKEN_EXPIRED ->
          json(401)
              .withBody(
                  "{\"error\":\"invalid_token\",\"error_description\":\"Token was revoked.\"}");
      case REDIRECTED_ELSEWHERE ->
          json(302).withHeader("Location", "http://localhost:1/sign_in").withBody("{}");
    };
  }

  private static ResponseDefinitionBuilder json(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("X-Request-Id", "01REQUEST");
  }
}
