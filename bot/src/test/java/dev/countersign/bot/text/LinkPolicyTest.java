package dev.countersign.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPolicyTest {
  private final LinkPolicy policy = new LinkPolicy(Set.of("CI.example"));

  @Test
  void allowsHttpsOnConfiguredHosts() {
    assertThat(policy.allow("https://ci.example/runs/1?x=2#y")).isPresent();
    assertThat(policy.allow("https://CI.EXAMPLE:8443/runs/1")).isPresent();
  }

  @DisplayName("Fault row 28: other schemes and look-alike hosts are no links")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT://ci.example/%0aalert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/png;base64,AAAA",
        "http://ci.example/",
        "https://ci.example.evil.example/",
        "https://evil.example/ci.example",
        "https://ci.example@evil.example/",
        "https://evil.example\\@ci.example/",
        "https://cі.example/",
        "https://ci.example/a b",
        "https://ci.example/)](x",
        "https://ci.example/\"onclick=x",
        "https://ci.example/\n/merge",
        "//ci.example/",
        "/runs/1",
        "https:ci.example",
        ""
      })
  void refusesEverythingElse(String address) {
    assertThat(policy.allow(address)).isEmpty();
  }

  @DisplayName("Fault row 28: no mixture becomes a link of a run")
  @ParameterizedTest(name = "sample {index}")
  @MethodSource("dev.countersign.bot.text.HostileText#samples")
  void refusesMixtures(String text) {
    assertThat(policy.allow(text)).isEmpty();
    assertThat(LinkTarget.own(text).stream())
        .allSatisfy(target -> assertThat(target.encoded()).matches("[A-Za-z0-9._~/%:#-]+"));
  }

  @Test
  void ownTargetsAreHttpsOrPathsOnTheSameHost() {
    assertThat(LinkTarget.own("/uploads/0a1b/p.png")).isPresent();
    assertThat(LinkTarget.own("https://forge.example/p.png?raw=true")).isPresent();
    assertThat(LinkTarget.own("//evil.example/p.png")).isEmpty();
    assertThat(LinkTarget.own("/../etc/passwd")).isEmpty();
    assertThat(LinkTarget.own("javascript:x")).isEmpty();
    assertThat(LinkTarget.own("http://forge.example/p.png")).isEmpty();
  }

  @Test
  void ownTargetsMayBePlainHttp_onThisMachineOnly() {
    assertThat(LinkTarget.own("http://127.0.0.1:8080/a/blob/0a/p.png?raw=true")).isPresent();
    assertThat(LinkTarget.own("http://localhost/a.png")).isPresent();
    assertThat(LinkTarget.own("http://localhost.evil.example/a.png")).isEmpty();
    assertThat(LinkTarget.own("http://127.0.0.1@evil.example/a.png")).isEmpty();
  }

  @Test
  void embedsPictures() {
    assertThat(LinkTarget.png(new byte[] {1, 2, 3}).encoded())
        .isEqualTo("data:image/png;base64,AQID");
  }
}
