package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeForgeBench;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.modelrefs.value.CommitId;
import java.nio.file.Path;

/** A fake GitLab with its people; a subclass adds the adapter. */
public abstract class FakeGitLabBench extends FakeForgeBench {
  private final FakeGitLab gitLab;

  protected FakeGitLabBench(Path folder, GitLabSettings settings) {
    super(folder);
    this.gitLab = FakeGitLab.start(bare(), settings);
  }

  /** The server. */
  public final FakeGitLab gitLab() {
    return gitLab;
  }

  @Override
  protected final FakeForge memory() {
    return gitLab.forge();
  }

  @Override
  public final String bot() {
    return gitLab.botLogin();
  }

  @Override
  public final void comment(long number, String login, String text) {
    gitLab.comment(number, login, text);
  }

  @Override
  public final void approve(long number, String login) {
    gitLab.approve(number, login);
  }

  @Override
  public final void close(long number, String login) {
    gitLab.close(number, login);
  }

  @Override
  public final void reopen(long number, String login) {
    gitLab.reopen(number, login);
  }

  @Override
  public final CommitId merge(long number, String login) {
    return merge(number, login, MergeMethod.MERGE);
  }

  @Override
  public final CommitId merge(long number, String login, MergeMethod method) {
    return new CommitId(gitLab.merge(number, login, method));
  }

  @Override
  public final Object writesSoFar(long number) {
    return gitLab.journal().writes();
  }

  @Override
  public final void close() {
    gitLab.close();
  }
}
