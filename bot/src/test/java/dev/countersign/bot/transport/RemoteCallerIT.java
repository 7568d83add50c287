package dev.countersign.bot.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy, seen from the server: how many requests come, and what they end as. */
class RemoteCallerIT {
  private static final String DONE = "{\"id\":1}";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final VirtualTime time = new VirtualTime();
  private RemoteCaller caller;
  private HttpExchange exchange;

  @BeforeEach
  void setUp() {
    server.start();
    caller = new RemoteCaller(Transports.quick(), time.pacing(), RemoteFailure::behind);
    exchange = new HttpExchange(Transports.quick(), URI.create(server.baseUrl()), Optional.empty());
  }

  @AfterEach
  void tearDown() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 522})
  @DisplayName("Fault row 49: a read goes on when the remote does")
  void readsAgain_afterAStatusThatPasses(int status) {
    answers(aResponse().withStatus(status), okJson(DONE));

    assertThat(read()).isEqualTo(DONE);
    assertThat(requests()).isEqualTo(2);
    assertThat(time.pauses()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  @DisplayName("Fault row 49: a read goes on after a reset, an empty or a garbled answer")
  void readsAgain_afterABrokenConnection(Fault fault) {
    answers(aResponse().withFault(fault), okJson(DONE));

    assertThat(read()).isEqualTo(DONE);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void readsAgain_afterAnAnswerThatTakesTooLong() {
    answers(
        okJson(DONE).withChunkedDribbleDelay(4, 60_000),
        aResponse().withBody(DONE).withStatus(200));

    assertThat(read()).isEqualTo(DONE);
    assertThat(requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, CONFLICT",
    "401, ACCESS_DENIED",
    "403, ACCESS_DENIED",
    "404, NOT_FOUND",
    "405, CONFLICT",
    "409, CONFLICT",
    "410, NOT_FOUND",
    "412, CONFLICT",
    "422, CONFLICT",
    "501, REMOTE_UNAVAILABLE",
    "511, REMOTE_UNAVAILABLE"
  })
  void asksOnce_whenTheAnswerStands(int status, ErrorCode code) {
    answers(aResponse().withStatus(status));

    assertThat(failedRead().code()).isEqualTo(code);
    assertThat(requests()).isEqualTo(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void givesUp_afterTheLastAttempt_withPausesThatDoubleUpToTheirBound() {
    answers(aResponse().withStatus(503));

    CountersignException error = failedRead();

    assertThat(error.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
    assertThat(error.explanation()).contains("answered 503").endsWith("; tried 5 times");
    assertThat(requests()).isEqualTo(5);
    assertThat(time.pauses()).containsExactly(seconds(1), seconds(2), seconds(4), seconds(5));
  }

  @Test
  void drawsEachPause_betweenNothingAndItsBound() {
    caller = new RemoteCaller(Transports.quick(), time.pacing(0.25), RemoteFailure::behind);
    answers(aResponse().withStatus(503));

    failedRead();

    assertThat(time.pauses())
        .containsExactly(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofMillis(1000),
            Duration.ofMillis(1250));
  }

  @Test
  @DisplayName("Fault row 48: waits as long as Retry-After says")
  void waitsAsLongAsAsked() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "40"), okJson(DONE));

    assertThat(read()).isEqualTo(DONE);
    assertThat(time.pauses()).containsExactly(seconds(41));
  }

  @Test
  @DisplayName("Fault row 48: does not wait past the deadline, but says when to come back")
  void doesNotWait_whenAskedForMoreThanTheDeadline() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

    CountersignException error = failedRead();

    assertThat(error.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
    assertThat(error.explanation()).endsWith("; it wants to be asked again in 61 min");
    assertThat(requests()).isEqualTo(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 48: GitHub's 403 of a used-up limit is waited for, not a refusal")
  void waitsForGitHubsLimit() {
    answers(
        aResponse()
            .withStatus(403)
            .withHeader("x-ratelimit-remaining", "0")
            .withHeader("x-ratelimit-reset", Long.toString(VirtualTime.START.getEpochSecond() + 30))
            .withHeader("Date", "Fri, 20 Nov 2026 12:00:00 GMT"),
        okJson(DONE));

    assertThat(read()).isEqualTo(DONE);
    assertThat(time.pauses()).containsExactly(seconds(31));
  }

  @Test
  @DisplayName("Fault row 49: a login page with status 200 is not data, and is not asked for again")
  void refusesAWebPage() {
    answers(
        aResponse()
            .withStatus(200)
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withBody("<!DOCTYPE html><title>Sign in</title>"));

    CountersignException error = failedRead();

    assertThat(error.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE);
    assertThat(error.explanation())
        .contains("answered 200 with a web page instead of data, such as a login form");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void namesHostPathStatusAndRequestId_butNoQuery() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(409)
                    .withHeader("X-Request-Id", "abc-1")
                    .withBody("{\"message\":\"it is\\u0007 there\"}")));

    CountersignException error =
        catchThrowableOfType(
            CountersignException.class,
            () ->
                caller.read(
                    "reading it",
                    () -> send("GET", "/api/thing?private_token=canary").orFailure().text()));

    assertThat(error.explanation())
        .isEqualTo(
            "reading it failed: \"GET localhost:%d/api/thing\" answered 409, saying \"it is\\u0007 there\", request id \"abc-1\""
                .formatted(server.port()));
  }

  @Test
  @DisplayName("Fault row 50: names the scope that is missing, where the forge says it")
  void namesTheMissingRight() {
    answers(
        aResponse()
            .withStatus(403)
            .withHeader("X-Accepted-GitHub-Permissions", "pull_requests=write")
            .withBody("{\"message\":\"Resource not accessible by integration\"}"));
    assertThat(failedRead().explanation())
        .endsWith("; the token needs the permission \"pull_requests=write\"");

    answers(
        aResponse()
            .withStatus(403)
            .withHeader("X-Accepted-OAuth-Scopes", "repo")
            .withHeader("X-OAuth-Scopes", "read:org"));
    assertThat(failedRead().explanation())
        .endsWith("; the token needs the scope \"repo\" and has \"read:org\"");

    answers(
        aResponse()
            .withStatus(403)
            .withBody("{\"error\":\"insufficient_scope\",\"scope\":\"api\"}"));
    assertThat(failedRead().explanation()).endsWith("; the token needs the scope \"api\"");
  }

  @Test
  @DisplayName("Fault row 46: a change whose answer was lost is looked for, not made again")
  void looksFirst_afterALostAnswer() {
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

    String found = caller.mutate("opening it", () -> Optional.of("there"), () -> post());

    assertThat(found).isEqualTo("there");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  @DisplayName("Fault row 46: a change that is not found is made again")
  void makesTheChangeAgain_whenItIsNotThere() {
    answers(aResponse().withStatus(502), okJson(DONE));
    AtomicInteger looks = new AtomicInteger();

    String result =
        caller.mutate(
            "opening it",
            () -> {
              looks.incrementAndGet();
              return Optional.empty();
            },
            this::post);

    assertThat(result).isEqualTo(DONE);
    assertThat(looks).hasValue(1);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void doesNotLook_whenTheRemoteSaidThatNothingWasDone() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "1"), okJson(DONE));

    String result =
        caller.mutate(
            "opening it",
            () -> {
              throw new AssertionError("looked");
            },
            this::post);

    assertThat(result).isEqualTo(DONE);
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void keepsTheOuterDeadline_whenLookingFails() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "50"));

    CountersignException error =
        catchThrowableOfType(
            CountersignException.class,
            () -> caller.mutate("outer", () -> caller.read("inner", this::get)));

    assertThat(error.explanation()).startsWith("inner failed");
    assertThat(requests()).isEqualTo(3);
    assertThat(time.pauses()).containsExactly(seconds(51), seconds(51));
  }

  @Test
  void makesOneChangeAtATime() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> order = new CopyOnWriteArrayList<>();
    Thread first =
        new Thread(
            () ->
                caller.mutate(
                    "first",
                    () -> {
                      inside.countDown();
                      goOn.await();
                      return order.add("first");
                    }));
    Thread second = new Thread(() -> caller.mutate("second", () -> order.add("second")));

    first.start();
    inside.await();
    second.start();
    await().until(() -> second.getState() == Thread.State.WAITING);
    assertThat(order).isEmpty();
    goOn.countDown();
    first.join();
    second.join();

    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void passesAnExceptionOnThatIsNotTheRemotes() {
    IllegalStateException own = new IllegalStateException("own");

    Throwable thrown =
        org.assertj.core.api.Assertions.catchThrowable(
            () ->
                caller.read(
                    "reading",
                    () -> {
                      throw own;
                    }));

    assertThat(thrown).isSameAs(own);
  }

  private String read() {
    return caller.read("reading it", this::get);
  }

  private CountersignException failedRead() {
    return catchThrowableOfType(CountersignException.class, this::read);
  }

  private String get() throws Exception {
    return send("GET", "/thing").orFailure().text();
  }

  private String post() throws Exception {
    return send("POST", "/thing").orFailure().text();
  }

  private HttpAnswer send(String method, String path) throws Exception {
    return exchange.send(
        method.equals("GET")
            ? HttpCall.get(URI.create(server.baseUrl() + path))
            : HttpCall.json(method, URI.create(server.baseUrl() + path), "{}"));
  }

  /** Answers in this order; the last one for good. */
  private void answers(ResponseDefinitionBuilder... responses) {
    server.resetAll();
    String state = Scenario.STARTED;
    for (int i = 0; i < responses.length; i++) {
      String next = i + 1 < responses.length ? "after " + i : state;
      server.stubFor(
          any(anyUrl())
              .inScenario("answers")
              .whenScenarioStateIs(state)
              .willSetStateTo(i + 1 < responses.length ? next : state)
              .willReturn(responses[i]));
      state = next;
    }
  }

  private int requests() {
    return server.getAllServeEvents().size();
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
