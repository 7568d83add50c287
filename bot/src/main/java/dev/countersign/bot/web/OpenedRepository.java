package dev.countersign.bot.web;

import dev.countersign.bot.forge.git.AssetBranch;
import dev.countersign.bot.forge.local.LocalDesk;
import dev.countersign.bot.forge.local.LocalForge;
import dev.countersign.modelrefs.git.GitRepository;

/** The repository as one request sees it. */
final class OpenedRepository implements AutoCloseable {
  private final GitRepository repository;
  private final SiteParts parts;

  OpenedRepository(SiteParts parts) {
    this.parts = parts;
    this.repository = parts.repository().get();
  }

  GitRepository repository() {
    return repository;
  }

  LocalForge forge() {
    return parts.forge().apply(repository);
  }

  LocalDesk desk() {
    return parts.desk().apply(repository);
  }

  AssetBranch assets() {
    return new AssetBranch(repository);
  }

  @Override
  public void close() {
    repository.close();
  }
}
