package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.GitRepositoryContract;
import dev.countersign.modelrefs.git.testing.GitFixture;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A repository on a server, over HTTP. */
class HttpRepositoryIT extends GitRepositoryContract {
  private GitHttpServer server;

  @Override
  protected GitRepository open(GitFixture fixture) throws Exception {
    fixture.allowFilters();
    server = new GitHttpServer(fixture.location().folder());
    return JGitRepositories.open(server.location(), Optional.of(fixture.botKey()));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }
}
