package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeForgeBench;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;

/** A fake GitHub with its people; a subclass adds the adapter. */
public abstract class FakeGitHubBench extends FakeForgeBench {
  private final FakeGitHub gitHub;

  protected FakeGitHubBench(Path folder, GitHubSettings settings) {
    super(folder);
    this.gitHub = FakeGitHub.start(bare(), settings);
  }

  /** The server. */
  public final FakeGitHub gitHub() {
    return gitHub;
  }

  @Override
  protected final FakeForge memory() {
    return gitHub.forge();
  }

  @Override
  public final String bot() {
    return gitHub.botLogin();
  }

  @Override
  public final void comment(long number, String login, String text) {
    gitHub.comment(number, login, text);
  }

  @Override
  public final void approve(long number, String login) {
    gitHub.approve(number, login);
  }

  @Override
  public final void close(long number, String login) {
    gitHub.close(number, login);
  }

  @Override
  public final void reopen(long number, String login) {
    gitHub.reopen(number, login);
  }

  @Override
  public final CommitId merge(long number, String login) {
    return merge(number, login, MergeMethod.MERGE);
  }

  @Override
  public final CommitId merge(long number, String login, MergeMethod method) {
    return new CommitId(gitHub.merge(number, login, method));
  }

  @Override
  public final Object writesSoFar(long number) {
    return gitHub.journal().writes();
  }

  @Override
  public void close() {
    gitHub.close();
  }
}
