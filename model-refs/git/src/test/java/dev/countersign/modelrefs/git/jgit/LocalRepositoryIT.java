package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.GitRepositoryContract;
import dev.countersign.modelrefs.git.testing.GitFixture;

/** A bare repository opened in place. */
class LocalRepositoryIT extends GitRepositoryContract {
  @Override
  protected GitRepository open(GitFixture fixture) {
    return fixture.openAsBot();
  }
}
