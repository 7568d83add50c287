package dev.countersign.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequest.State;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.bot.forge.local.LocalForgeBench;
import dev.countersign.bot.forge.local.LocalMergeRequest;
import dev.countersign.bot.forge.local.MergeRule;
import dev.countersign.bot.forge.local.Objection;
import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewSiteIT {
  private static final String SOURCE = "countersign/diamonds-price/production";
  private static final String PATH = "model-refs/diamonds-price/production/model-reference.json";
  private static final String ONE = "/merge-requests/1";
  private static final Identity ALICE = new Identity("alice", Optional.empty());
  private static final String CANARY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  @TempDir private Path folder;
  private LocalForgeBench bench;
  private ReviewSite site;
  private Browser browser;
  private CommitId base;

  @BeforeEach
  void start() {
    bench = new LocalForgeBench(folder.resolve("models.git"));
    base = bench.tip(ForgeBench.TARGET).orElseThrow();
    bench.push(SOURCE, base, PATH, "{\n  \"version\": \"1.0.0\"\n}\n");
    site = start(MergeRule.NO_DRAFTS);
    browser = new Browser(site.uri());
  }

  @AfterEach
  void stop() {
    site.close();
    bench.close();
  }

  @Test
  void listsWhatIsOpen_beforeWhatHasEnded() {
    bench.forge().open(draft("Promote 1.0.0"));
    bench.close(1, "alice");
    bench.push(SOURCE, base, PATH, "two");
    bench.forge().open(draft("Promote 1.0.1"));

    HttpResponse<String> page = browser.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/merge-requests");
    assertThat(page.body())
        .containsSubsequence("<h2", "Open", "2: Promote 1.0.1", "closed", "1: Promote 1.0.0");
  }

  @Test
  void showsTextChangesAndHistory_withoutAScript() {
    bench.forge().open(draft("Promote 1.0.0"));
    bench.approve(1, "bob");

    String page = browser.get(ONE).body();

    assertThat(page)
        .contains("<h1>Promote 1.0.0</h1>")
        .contains(PATH)
        .contains("<ins")
        .contains("&quot;version&quot;: &quot;1.0.0&quot;")
        .contains("approved the present head")
        .contains("shown, not enforced")
        .doesNotContain("<script")
        .doesNotContain("style=\"")
        .doesNotContain("javascript:");
  }

  @Test
  @DisplayName("Approve, then merge: the whole way through the page")
  void approvesAndMerges() {
    bench.forge().open(draft("Promote 1.0.0"));

    HttpResponse<String> approved = browser.press(browser.get(ONE), "approve", Map.of());
    HttpResponse<String> merged = browser.press(approved, "merge", Map.of());

    assertThat(approved.body())
        .contains("Your approval is recorded.")
        .contains("alice has approved what is here now.")
        .doesNotContain("Approve as");
    assertThat(merged.statusCode()).isEqualTo(200);
    assertThat(merged.body())
        .containsOnlyOnce("It is merged.")
        .doesNotContain("You act as", "nothing left to decide");
    LocalMergeRequest request = bench.localForge().get(1);
    assertThat(request.state()).isEqualTo(State.MERGED);
    assertThat(request.conversation().approvals())
        .extracting(approval -> approval.by().login(), Approval::simulated)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("alice", false));
  }

  @Test
  void hasNoPicture_forABrowserThatAsksForOne() {
    assertThat(browser.get("/favicon.ico").statusCode()).isEqualTo(204);
  }

  @Test
  void recordsAnApprovalInAnothersName_asSimulated() {
    bench.forge().open(draft("Promote 1.0.0"));

    browser.press(browser.get(ONE + "?as=bob"), "approve", Map.of());

    Approval approval = bench.forge().conversation(1).approvals().get(0);
    assertThat(approval.by().login()).isEqualTo("bob");
    assertThat(approval.simulated()).isTrue();
  }

  @Test
  void closesWithAReason_andReopens() {
    bench.forge().open(draft("Promote 1.0.0"));

    HttpResponse<String> closed =
        browser.press(browser.get(ONE), "close", Map.of("reason", "too slow " + CANARY));
    assertThat(bench.localForge().get(1).state()).isEqualTo(State.CLOSED);
    assertThat(closed.body()).contains("too slow &lt;script&gt;").doesNotContain("<script");

    browser.press(closed, "reopen", Map.of());
    assertThat(bench.localForge().get(1).state()).isEqualTo(State.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "merge", "close"})
  @DisplayName("Fault row 55: the candidate changed since the page was loaded")
  void refusesADecision_aboutAHeadThatMoved(String action) {
    bench.forge().open(draft("Promote 1.0.0"));
    HttpResponse<String> page = browser.get(ONE);
    bench.push(SOURCE, base, PATH, "two");

    HttpResponse<String> answer = browser.press(page, action, Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Nothing was decided")
        .contains("Merge request 1 changed since it was looked at")
        .contains("href=\"/merge-requests/1\"");
    assertThat(bench.localForge().get(1).isOpen()).isTrue();
    assertThat(bench.forge().conversation(1).approvals()).isEmpty();
  }

  @Test
  void saysWhyItCannotBeMerged_beforeAndAfterTrying() {
    site.close();
    site =
        start(
            (request, conversation) ->
                List.of(
                    new Objection(ErrorCode.NOT_APPROVED, "0 of 1 approvals are given"),
                    new Objection(ErrorCode.GATE_FAILED, "gate \"rmse\" failed")));
    browser = new Browser(site.uri());
    bench.forge().open(draft("Promote 1.0.0"));

    HttpResponse<String> page = browser.get(ONE);
    HttpResponse<String> answer = browser.press(page, "merge", Map.of());

    assertThat(page.body())
        .contains("disabled")
        .contains("0 of 1 approvals are given")
        .contains("gate &quot;rmse&quot; failed")
        .contains("countersign waive 1 GATE-ID --reason TEXT --as LOGIN");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("gate &quot;rmse&quot; failed");
    assertThat(bench.tip(ForgeBench.TARGET)).hasValue(base);
  }

  @Test
  @DisplayName("I8: text from outside is shown, never executed")
  void encodesEveryText() {
    bench.push(SOURCE, base, PATH, "{\"x\": \"" + CANARY + "\"}");
    bench.push(SOURCE, bench.tip(SOURCE).orElseThrow(), "a<b>&\"'.txt", CANARY);
    bench
        .forge()
        .open(
            new MergeRequestDraft(
                SOURCE, ForgeBench.TARGET, "T " + CANARY, "B " + CANARY, List.of(CANARY), false));

    for (String path :
        List.of("/merge-requests", ONE, ONE + "?as=%3Cscript%3E&done=%3Cscript%3E")) {
      assertThat(browser.get(path).body())
          .as(path)
          .contains("&lt;script&gt;")
          .doesNotContain("<script")
          .doesNotContain("<img");
    }
    assertThat(browser.get("/merge-requests/%3Cscript%3E").body()).doesNotContain("<script");
  }

  @Test
  void marksFilesThatAreNotExpected() {
    CommitId head = bench.tip(SOURCE).orElseThrow();
    bench.push(SOURCE, head, ".gitlab-ci.yml", "deploy: evil");
    bench.forge().open(draft("Promote 1.0.0"));

    assertThat(browser.get(ONE).body())
        .containsSubsequence(".gitlab-ci.yml", "not expected here")
        .containsOnlyOnce("not expected here");
  }

  @Test
  void refusesAFormOfAnotherSite() {
    bench.forge().open(draft("Promote 1.0.0"));
    Map<String, String> fields = Map.of("as", "alice", "head", "0".repeat(40), "token", "x");

    for (String origin : List.of("https://evil.example", "null", "", "http://127.0.0.1:1")) {
      HttpResponse<String> answer = browser.post(ONE + "/approve", fields, origin);
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
      assertThat(answer.body()).contains("Not from this page");
    }
  }

  @Test
  void refusesAFormWithoutTheVisitorsToken() {
    bench.forge().open(draft("Promote 1.0.0"));
    HttpResponse<String> page = browser.get(ONE);
    Browser other = new Browser(site.uri());
    other.get(ONE);

    assertThat(browser.press(page, "approve", Map.of("token", "")).statusCode()).isEqualTo(403);
    assertThat(browser.press(page, "approve", Map.of("token", "0".repeat(64))).statusCode())
        .isEqualTo(403);
    assertThat(other.press(page, "approve", Map.of()).statusCode()).isEqualTo(403);
    assertThat(bench.forge().conversation(1).approvals()).isEmpty();
  }

  @Test
  @DisplayName("DNS rebinding: another name is not answered")
  void refusesAnotherHost() throws IOException {
    assertThat(raw("GET /merge-requests HTTP/1.1\r\nHost: evil.example:%d\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("does not answer to that name")
        .doesNotContain("evil.example");
    assertThat(raw("GET /merge-requests HTTP/1.1\r\nHost: localhost:%d\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void guardsEveryAnswer() {
    for (String path : List.of("/merge-requests", "/nowhere", "/style.css", "/merge-requests/9")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'none'")
                      .contains("frame-ancestors 'none'")
                      .doesNotContain("script-src")
                      .doesNotContain("unsafe"));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
    assertThat(browser.get(ONE).headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void setsACookieThatNoOtherSiteSends() {
    bench.forge().open(draft("Promote 1.0.0"));

    assertThat(browser.get(ONE).headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/merge-requests/9", "/merge-requests/x", "/nowhere", "/assets/../x"})
  void saysSo_whenThereIsNothing(String path) {
    HttpResponse<String> answer = browser.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such").contains("/merge-requests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/merge-requests/9/approve", "/merge-requests/x/close"})
  void saysSo_whenThereIsNothingToDecide(String path) {
    bench.forge().open(draft("Promote 1.0.0"));
    Map<String, String> fields = Browser.fields(browser.get(ONE).body());

    HttpResponse<String> answer = browser.post(path, fields, browser.origin());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no merge request");
  }

  @Test
  void servesPicturesOfTheAssetsBranchOnly() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    String link =
        bench
            .forge()
            .attach(List.of(new Attachment(new ArtifactPath("a/residuals.png"), png)))
            .get(0);

    HttpResponse<byte[]> picture = browser.bytes(link);

    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.body()).isEqualTo(png);
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(browser.get("/assets/README.md").statusCode()).isEqualTo(404);
    assertThat(browser.get(link.replace("residuals", "other")).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("A file that somebody put on the assets branch under a wrong name is not served")
  void servesNothingWhoseBytesAreNotItsName() {
    bench.forge().attach(List.of(new Attachment(new ArtifactPath("a/a.png"), png())));
    CommitId tip = bench.tip("countersign/assets").orElseThrow();
    String path = "sha256/" + "a".repeat(64) + "/page.html";
    bench.push("countersign/assets", tip, path, "<script>");

    assertThat(browser.get("/assets/" + path).statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhichPortIsTaken() {
    WebSettings same = new WebSettings("127.0.0.1", site.uri().getPort(), ALICE);

    assertThatThrownBy(() -> ReviewSite.start(same, parts(MergeRule.NO_DRAFTS)))
        .isInstanceOfSatisfying(
            CountersignException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ENVIRONMENT_UNAVAILABLE))
        .hasMessage(
            "cannot listen on port \"%d\" of \"127.0.0.1\"; something else may be using it"
                .formatted(site.uri().getPort()));
  }

  @Test
  void listensOnLoopback_unlessToldOtherwise() {
    assertThat(WebSettings.loopback(0, ALICE).host()).isEqualTo("127.0.0.1");
  }

  private ReviewSite start(MergeRule rule) {
    return ReviewSite.start(new WebSettings("127.0.0.1", 0, ALICE), parts(rule));
  }

  private SiteParts parts(MergeRule rule) {
    return new SiteParts(
        bench::repository,
        repository -> new LocalForge(repository, LocalForgeBench.SETTINGS),
        repository -> new LocalDesk(repository, LocalForgeBench.SETTINGS, rule),
        ReviewPages.NONE);
  }

  private String raw(String request) throws IOException {
    int port = site.uri().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String text = request.formatted(port) + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] png() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2};
  }

  private static MergeRequestDraft draft(String title) {
    return new MergeRequestDraft(SOURCE, ForgeBench.TARGET, title, "body", List.of("ml"), false);
  }
}
