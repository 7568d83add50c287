package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.Transports;
import dev.countersign.modelrefs.artifact.ArtifactPath;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in the repository itself, and how long they stay. */
class GitHubPicturesIT {
  private static final Pattern LINK =
      Pattern.compile(
          "(http://127.0.0.1:\\d+)/acme/models/blob/([0-9a-f]{40})/(sha256/[0-9a-f]{64}/plot.png)\\?raw=true");
  private static final String MAY = "2026-05-31T22:00:00Z";
  private static final String JUNE = "2026-06-01T02:00:00Z";
  private static final String NEXT_YEAR = "2027-01-15T12:00:00Z";

  @TempDir private Path folder;
  private GitHubBench bench;
  private GitRepository git;

  @BeforeEach
  void start() {
    bench = new GitHubBench(folder.resolve("models.git"));
    git = bench.repository();
  }

  @AfterEach
  void stop() {
    git.close();
    bench.close();
  }

  @Test
  void linksByTheCommit_withoutOneCallToTheApi() {
    String link = attach(MAY, 1);

    assertThat(link).matches(LINK).startsWith(bench.gitHub().baseUrl() + "/acme/models/blob/");
    assertThat(readable(link)).isTrue();
    assertThat(bench.gitHub().journal().calls()).isEmpty();
  }

  @Test
  @DisplayName("I5: a picture keeps its link, however many come after it and when")
  void keepsALink() {
    String first = attach(MAY, 1);
    attach(MAY, 2);
    attach(JUNE, 3);

    assertThat(attach(JUNE, 1)).isEqualTo(first);
    assertThat(readable(first)).isTrue();
  }

  @Test
  void startsAfreshEachMonth() {
    attach(MAY, 1);
    String june = attach(JUNE, 2);

    assertThat(tip("refs/heads/countersign/assets").hex()).isEqualTo(commit(june));
    assertThat(git.list(tip("refs/heads/countersign/assets"), "sha256")).hasSize(1);
    assertThat(git.list(tip("refs/countersign/assets/2026-05"), "sha256")).hasSize(1);
  }

  @Test
  void forgetsAMonthThatEndedLongAgo() {
    attach(MAY, 1);
    attach(JUNE, 2);

    attach(NEXT_YEAR, 3);

    assertThat(git.fetch(List.of("refs/countersign/assets/*"))).isEmpty();
  }

  @Test
  @DisplayName("What an open merge request shows is never forgotten")
  void keepsWhatAnOpenMergeRequestShows() {
    String link = attach(MAY, 1);
    attach(JUNE, 2);
    String source = "countersign/diamonds-price/production";
    bench.push(source, bench.tip(ForgeBench.TARGET).orElseThrow(), "a.json", "one");
    long number =
        bench
            .forge()
            .open(
                new MergeRequestDraft(
                    source, ForgeBench.TARGET, "Promote", "![p](" + link + ")", List.of(), false))
            .number();

    attach(NEXT_YEAR, 3);
    assertThat(git.fetch(List.of("refs/countersign/assets/*")))
        .containsOnlyKeys("refs/countersign/assets/2026-05");
    assertThat(readable(link)).isTrue();

    bench.close(number, "alice");
    attach(NEXT_YEAR, 4);
    assertThat(git.fetch(List.of("refs/countersign/assets/*"))).isEmpty();
  }

  private String attach(String now, int content) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    GitHubForge forge =
        GitHubForge.open(
            bench.settings(bench.gitHub().apiUrl(), bench.gitHub().botToken()),
            git,
            Transports.quick(),
            new Pacing(clock, duration -> {}, () -> 1.0));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) content};
    return forge
        .attach(List.of(new Attachment(new ArtifactPath("diamonds-price/plot.png"), png)))
        .get(0);
  }

  private boolean readable(String link) {
    Matcher matcher = LINK.matcher(link);
    assertThat(matcher.matches()).isTrue();
    return git.read(new CommitId(matcher.group(2)), matcher.group(3)).isPresent();
  }

  private static String commit(String link) {
    Matcher matcher = LINK.matcher(link);
    assertThat(matcher.matches()).isTrue();
    return matcher.group(2);
  }

  private CommitId tip(String ref) {
    CommitId tip = git.fetch(List.of(ref)).get(ref);
    assertThat(tip).as(ref).isNotNull();
    return tip;
  }
}
