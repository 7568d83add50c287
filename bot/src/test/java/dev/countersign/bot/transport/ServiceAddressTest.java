package dev.countersign.bot.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gitlab.example.com",
        "HTTPS://gitlab.example.com/root",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1",
        "http://127.1.2.3:8929/gitlab",
        "http://[::1]:80/"
      })
  void isSecure_byHttps_orOnThisMachine(String address) {
    assertThat(ServiceAddress.isSecure(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gitlab.example.com",
        "http://127.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[::2]",
        "ftp://localhost",
        "https:/no-host",
        "localhost"
      })
  @DisplayName("I13: a token goes nowhere in clear text, whatever the host is called")
  void isNotSecure_otherwise(String address) {
    assertThat(ServiceAddress.isSecure(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://bot:secret@host", "https://host?a=b", "https://host#a", "mailto:a@b"})
  void isNotPlain_withMoreThanAHostAndAPath(String address) {
    assertThat(ServiceAddress.isPlain(URI.create(address))).isFalse();
  }

  @Test
  void isPlain_withAHostAndAPath() {
    assertThat(ServiceAddress.isPlain(URI.create("https://host:8443/root/"))).isTrue();
  }

  @Test
  void losesOneSlashAtItsEnd() {
    assertThat(ServiceAddress.withoutLastSlash(URI.create("https://host/root/")))
        .isEqualTo(URI.create("https://host/root"));
    assertThat(ServiceAddress.withoutLastSlash(URI.create("https://host")))
        .isEqualTo(URI.create("https://host"));
  }
}
