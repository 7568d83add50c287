package dev.countersign.modelrefs.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.GitRepositoryContract;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server that serves no partial clones: everything works, with more bytes. */
class UnfilteredRepositoryIT extends GitRepositoryContract {
  private GitHttpServer server;
  private GitFixture served;

  @Override
  protected GitRepository open(GitFixture fixture) throws Exception {
    served = fixture;
    server = new GitHttpServer(fixture.location().folder());
    return JGitRepositories.open(server.location(), Optional.of(fixture.botKey()));
  }

  @Test
  @DisplayName("Fault row 53: asks a server without partial clones once for one, then for it all")
  void bringsFiles_butNoHistory_andAsksForAFilterOnce() throws Exception {
    CommitId older = served.commit("main", Map.of("a.txt", "old"));
    CommitId tip = served.commit("main", Map.of("a.txt", "new"));
    ServerOrigin origin =
        new ServerOrigin(new ServerTransport(server.location(), Duration.ofMillis(1)));
    try (JGitRepository repository =
        new JGitRepository(origin, Optional.empty(), new Failures(server.location()))) {
      repository.fetch(List.of("refs/heads/main"));
      int requests = server.requests();

      assertThat(repository.read(tip, "a.txt")).isPresent();
      assertThat(server.requests()).isEqualTo(requests);
      assertThat(origin.objects().getObjectDatabase().has(Ids.of(older))).isFalse();
    }
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }
}
