package dev.countersign.bot.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeIT {
  private static final String TOKEN = "Bearer canary-token";

  @TempDir private Path folder;
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final WireMockServer other =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private HttpExchange exchange;

  @BeforeEach
  void setUp() {
    server.start();
    other.start();
    other.stubFor(get(anyUrl()).willReturn(okJson("{}")));
    exchange = exchange(server.baseUrl());
  }

  @AfterEach
  void tearDown() {
    server.stop();
    other.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @DisplayName("Fault row 51: a redirect to another host is refused, and the token stays here")
  void followsNoRedirectElsewhere(int status) {
    server.stubFor(
        get("/thing")
            .willReturn(
                aResponse().withStatus(status).withHeader("Location", other.baseUrl() + "/x")));

    assertThatThrownBy(() -> exchange.send(call("/thing")))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessage(
            "\"localhost:%d\" redirects to \"localhost:%d\", which is not followed: the token is for the former only"
                .formatted(server.port(), other.port()));
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  @DisplayName("Fault row 51: a pagination link to another host is refused")
  void callsNobodyElse() {
    HttpCall elsewhere =
        HttpCall.get(URI.create(other.baseUrl() + "/page2")).with("Authorization", TOKEN);

    assertThatThrownBy(() -> exchange.send(elsewhere))
        .isInstanceOf(CountersignException.class)
        .hasMessageContaining("links to \"localhost:" + other.port() + "\"")
        .hasMessageNotContaining("canary");
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void followsARedirectOfItsOwn_withTheToken() throws IOException {
    server.stubFor(
        get("/old").willReturn(aResponse().withStatus(301).withHeader("Location", "/new")));
    server.stubFor(get("/new").willReturn(okJson("{}")));

    assertThat(exchange.send(call("/old")).status()).isEqualTo(200);
    server.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo(TOKEN)));
  }

  @Test
  void doesNotTurnAChangeIntoARead() throws IOException {
    server.stubFor(
        post("/old").willReturn(aResponse().withStatus(302).withHeader("Location", "/new")));

    HttpAnswer answer =
        exchange.send(HttpCall.json("POST", URI.create(server.baseUrl() + "/old"), "{}"));

    assertThat(answer.status()).isEqualTo(302);
    assertThatThrownBy(answer::orFailure).isInstanceOf(RemoteFailureException.class);
  }

  @Test
  void endsInACircle() {
    server.stubFor(get("/a").willReturn(aResponse().withStatus(302).withHeader("Location", "/a")));

    assertThatThrownBy(() -> exchange.send(call("/a")))
        .hasMessageEndingWith("redirects more than 5 times");
  }

  @Test
  void breaksOffAnAnswerThatIsTooLarge() {
    server.stubFor(get("/big").willReturn(aResponse().withBody(new byte[1_001])));
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/big")).build();

    assertThatThrownBy(
            () -> HttpClient.newHttpClient().send(request, info -> new BoundedBody(1_000)))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName("Fault row 52: an own authority is trusted when its file is named, and only then")
  void trustsAnOwnAuthority() throws Exception {
    Path store = folder.resolve("server.p12");
    Path pem = folder.resolve("ca.pem");
    makeCertificate(store, pem);
    WireMockServer secure =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword("password")
                .keyManagerPassword("password"));
    secure.start();
    try {
      secure.stubFor(get(anyUrl()).willReturn(okJson("{}")));
      URI uri = URI.create("https://localhost:" + secure.httpsPort() + "/");
      HttpExchange trusting =
          new HttpExchange(Transports.quick(), uri, Optional.of(Authorities.fromPem(pem)));
      HttpExchange plain = new HttpExchange(Transports.quick(), uri, Optional.empty());

      assertThat(trusting.send(HttpCall.get(uri)).status()).isEqualTo(200);
      RemoteCaller caller =
          new RemoteCaller(Transports.quick(), new VirtualTime().pacing(), RemoteFailure::behind);
      assertThatThrownBy(() -> caller.read("asking", () -> plain.send(HttpCall.get(uri))))
          .isInstanceOfSatisfying(
              CountersignException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_UNAVAILABLE))
          .hasMessageEndingWith(
              "; its certificate is not trusted; name the file of your own authority");
    } finally {
      secure.stop();
    }
  }

  @Test
  void refusesAnAuthoritiesFileWithoutCertificates() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");

    assertThatThrownBy(() -> Authorities.fromPem(empty))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessage("the authorities' file \"" + empty + "\" holds no certificate");
  }

  @Test
  void goesThroughTheProxyOfTheJdksSettings() throws IOException {
    server.stubFor(get("/thing").willReturn(okJson("{\"by\":\"proxy\"}")));
    System.setProperty("http.proxyHost", "localhost");
    System.setProperty("http.proxyPort", Integer.toString(server.port()));
    try {
      HttpAnswer answer =
          exchange("http://forge.invalid")
              .send(HttpCall.get(URI.create("http://forge.invalid/thing")));

      assertThat(answer.text()).isEqualTo("{\"by\":\"proxy\"}");
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  private HttpCall call(String path) {
    return HttpCall.get(URI.create(server.baseUrl() + path)).with("Authorization", TOKEN);
  }

  private static HttpExchange exchange(String origin) {
    return new HttpExchange(Transports.quick(), URI.create(origin), Optional.empty());
  }

  private static void makeCertificate(Path store, Path pem) throws Exception {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-ext",
                    "bc=ca:true",
                    "-validity",
                    "36500",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "password",
                    "-keystore",
                    store.toString()))
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate("server").getEncoded())));
  }
}
