package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.ForgeBench;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.RemoteLocation;
import dev.countersign.modelrefs.git.jgit.JGitRepositories;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people do on a fake forge, as the contract wants it; a subclass adds the server and the
 * adapter. People are {@code alice}, {@code bob}, {@code carol} (may merge) and {@code dave} (may
 * push).
 */
public abstract class FakeForgeBench implements ForgeBench {
  private final Path bare;

  /**
   * @param folder an empty or absent folder for the bare repository
   */
  protected FakeForgeBench(Path folder) {
    this.bare = BareRepository.create(folder);
  }

  /** What the server remembers. */
  protected abstract FakeForge memory();

  /** Somebody comments. */
  protected abstract void comment(long number, String login, String text);

  /** A person merges by a method; answers what the target points at since. */
  public abstract CommitId merge(long number, String login, MergeMethod method);

  /** A merge request as the server has it now. */
  public final FakeMergeRequest request(long number) {
    return memory().oneAtATime(() -> memory().mergeRequests().find(number).orElseThrow());
  }

  /** Where the bare repository is. */
  protected final Path bare() {
    return bare;
  }

  /** The comment that waives a gate. */
  protected String waiver(String gate, Digest artifact, String reason) {
    return "/countersign waive %s %s %s".formatted(gate, artifact, reason);
  }

  @Override
  public final GitRepository repository() {
    return JGitRepositories.open(RemoteLocation.of(bare), Optional.empty());
  }

  @Override
  public final CommitId push(String branch, CommitId parent, String path, String content) {
    return new CommitId(
        memory().push("dave", branch, List.of(parent.toString()), Map.of(path, content)));
  }

  @Override
  public final Optional<CommitId> tip(String branch) {
    return memory().repository().tip(branch).map(CommitId::new);
  }

  @Override
  public final void deleteBranch(String branch) {
    memory().deleteBranch("dave", branch);
  }

  @Override
  public final void waive(long number, String login, String gate, Digest artifact, String reason) {
    comment(number, login, waiver(gate, artifact, reason));
  }
}
