package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.github.FakeGitHub;
import dev.countersign.bot.forge.fake.gitlab.FakeGitLab;
import dev.countersign.bot.propose.RunEdits;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review that a merge request has no room for: linked, as private as the repository. */
class WholeReviewIT {
  private static final Pattern INLINE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]+\\.png");
  private static final Pattern ON_GITLAB =
      Pattern.compile(
          "\\[the whole review\\]\\((/uploads/[0-9a-f]{32}/[0-9a-f]{64}-review.html)\\)");
  private static final Pattern ON_GITHUB =
      Pattern.compile(
          "\\[the whole review\\]\\([^)]+/blob/([0-9a-f]{40})/(sha256/[0-9a-f]{64}/review.md)\\)");

  private static final Pattern BESIDE = Pattern.compile("\\(../../(sha256/[^)]+)\\)");

  @TempDir private Path folder;
  private Scenario scenario;
  private String run;

  @BeforeEach
  void prepare() throws IOException {
    scenario = new Scenario(folder, "m");
    Path bundle = scenario.run("m", 1, 5, Scenario.NOON);
    RunEdits.plots(bundle, 14);
    run = bundle.toString();
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @Test
  @DisplayName("Fault row 22: a dozen pictures inline on GitLab, the whole review as one page")
  void linksAPageOnGitLab_andUploadsItOnce() {
    try (FakeGitLab gitLab = FakeGitLab.start(scenario.repository())) {
      List<String> forge =
          List.of(
              "--forge", "gitlab",
              "--forge-url", gitLab.baseUrl().toString(),
              "--project", gitLab.projectPath());
      propose(forge, gitLab.botToken());

      String body = only(gitLab.forge().mergeRequests().all()).body();
      assertThat(INLINE.matcher(body).results()).hasSize(12);
      assertThat(body).contains("4 pictures are in the whole review only.", "countersign preview ");
      assertThat(ON_GITLAB.matcher(body).find()).as(body).isTrue();

      gitLab.journal().clear();
      propose(forge, gitLab.botToken());
      assertThat(gitLab.journal().calls())
          .noneMatch(call -> call.path().endsWith("/uploads"))
          .noneMatch(call -> !call.method().equals("GET"));
      assertThat(only(gitLab.forge().mergeRequests().all()).body()).isEqualTo(body);
    }
  }

  @Test
  @DisplayName("Fault row 22: a dozen pictures inline on GitHub, the whole review as a document")
  void linksADocumentOnGitHub_thatShowsEveryPicture() {
    try (FakeGitHub gitHub = FakeGitHub.start(scenario.repository())) {
      propose(
          List.of(
              "--forge", "github",
              "--forge-url", gitHub.apiUrl().toString(),
              "--project", gitHub.fullName(),
              "--repository", gitHub.gitUrl().toString()),
          gitHub.botToken());

      String body = only(gitHub.forge().mergeRequests().all()).body();
      assertThat(INLINE.matcher(body).results()).hasSize(12);
      Matcher link = ON_GITHUB.matcher(body);
      assertThat(link.find()).as(body).isTrue();
      String document = read(link.group(1), link.group(2));
      assertThat(document).startsWith("# Promote m 1.0.0 to production\n");
      assertThat(INLINE.matcher(document).results()).hasSize(16);
      Matcher picture = BESIDE.matcher(document);
      while (picture.find()) {
        assertThat(read(link.group(1), picture.group(1))).startsWith("\ufffdPNG");
      }
    }
  }

  private String read(String commit, String path) {
    try (var session = scenario.session()) {
      session.git().fetch(List.of("refs/heads/countersign/assets"));
      return new String(
          session.git().read(new CommitId(commit), path).orElseThrow(), StandardCharsets.UTF_8);
    }
  }

  private static FakeMergeRequest only(List<FakeMergeRequest> all) {
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private void propose(List<String> forge, String token) {
    List<String> all = new ArrayList<>(List.of("propose", run));
    all.addAll(forge);
    all.addAll(List.of("--signing-key", scenario.key().toString(), "--output", "json"));
    CommandRun proposed =
        CommandRun.of(Map.of("COUNTERSIGN_TOKEN", token), all.toArray(String[]::new));
    assertThat(proposed.exitCode()).as(proposed::toString).isZero();
  }
}
