package dev.countersign.modelrefs.git.signing;

import static dev.countersign.modelrefs.git.testing.GitFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Signature;
import dev.countersign.modelrefs.git.testing.GitCommand;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our signatures and those of {@code git} and {@code ssh-keygen} are the same thing. */
class GitSshInteropIT {
  @TempDir Path folder;

  @BeforeAll
  static void gitIsInstalled() {
    assumeTrue(
        GitCommand.isInstalled(), "SKIPPED: git and ssh-keygen are needed and not on the PATH");
  }

  @Test
  void gitAcceptsOurSignature() throws IOException {
    try (GitFixture fixture = GitFixture.withMain(folder)) {
      CommitId base = fixture.tip(MAIN).orElseThrow();
      CommitId commit = fixture.botCommit("bot", base, Map.of("a", "1"));
      Path signers = folder.resolve("allowed");
      Files.writeString(signers, "bot@example.com " + fixture.botKey().publicKey() + "\n");
      GitCommand git = new GitCommand(fixture.location().folder());

      String shown =
          git.run(
              "-c",
              "gpg.ssh.allowedSignersFile=" + signers,
              "log",
              "-1",
              "--format=%G? %GS",
              commit.hex());

      assertThat(shown.strip()).isEqualTo("G bot@example.com");
      git.run("fsck", "--strict", "--full");
    }
  }

  @Test
  void weAcceptGitsSignature() {
    try (GitFixture fixture = GitFixture.withMain(folder);
        GitRepository repository = fixture.open()) {
      Path keyFile = folder.resolve("key");
      SigningKeys.write(fixture.botKey(), keyFile);
      Path clone = folder.resolve("clone");
      new GitCommand(folder).run("clone", "-q", fixture.location().toString(), clone.toString());
      GitCommand git = new GitCommand(clone);
      git.run(
          "-c",
          "gpg.format=ssh",
          "-c",
          "user.signingKey=" + keyFile,
          "commit",
          "-q",
          "--allow-empty",
          "-S",
          "-m",
          "Signed by git");
      git.run("push", "-q", "origin", MAIN);

      CommitId tip = repository.fetch(List.of(GitFixture.ref(MAIN))).get(GitFixture.ref(MAIN));
      GitCommit commit = repository.log(LogQuery.historyOf("README.md", tip)).get(0);
      GitCommit signed =
          repository
              .log(
                  new LogQuery(
                      tip, java.util.Optional.of(commit.id()), java.util.Optional.empty(), true, 1))
              .get(0);

      assertThat(signed.message()).isEqualTo("Signed by git\n");
      assertThat(signed.signature()).contains(new Signature(fixture.botKey().publicKey()));
    }
  }
}
