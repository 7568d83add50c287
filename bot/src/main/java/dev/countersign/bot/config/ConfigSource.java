package dev.countersign.bot.config;

import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration at a commit of the protected branch. A commit's configuration never changes, so
 * it is read once. Not thread-safe.
 */
public final class ConfigSource implements Settings {
  private final GitRepository git;
  private final Map<CommitId, BotConfig> read = new HashMap<>();

  /**
   * @param git where the commits are
   */
  public ConfigSource(GitRepository git) {
    this.git = git;
  }

  /**
   * The configuration at a branch's tip, freshly fetched.
   *
   * @throws CountersignException {@code NOT_FOUND} if there is no such branch, {@code
   *     CONFIGURATION_INVALID}
   */
  public static BotConfig atTipOf(GitRepository git, String branch) {
    return new ConfigSource(git).at(tipOf(git, branch));
  }

  /**
   * A branch's tip, freshly fetched.
   *
   * @throws CountersignException {@code NOT_FOUND} if there is no such branch
   */
  public static CommitId tipOf(GitRepository git, String branch) {
    String ref = "refs/heads/" + branch;
    CommitId tip = git.fetch(List.of(ref)).get(ref);
    if (tip == null) {
      throw new CountersignException(
          ErrorCode.NOT_FOUND, "the repository has no branch \"%s\"".formatted(branch));
    }
    return tip;
  }

  /**
   * The configuration at a commit.
   *
   * @throws CountersignException {@code CONFIGURATION_INVALID} if there is none, or it is invalid
   */
  public BotConfig at(CommitId commit) {
    BotConfig known = read.get(commit);
    if (known != null) {
      return known;
    }
    String what = BotConfig.PATH + " at " + commit.shortHex();
    byte[] yaml =
        git.read(commit, BotConfig.PATH)
            .orElseThrow(
                () ->
                    new CountersignException(
                        ErrorCode.CONFIGURATION_INVALID, "there is no " + what));
    BotConfig config = ConfigReader.read(yaml, what);
    read.put(commit, config);
    return config;
  }

  @Override
  public Optional<LineSettings> of(ModelEnvironment line, CommitId configuredAt) {
    if (git.read(configuredAt, BotConfig.PATH).isEmpty()) {
      return Optional.empty();
    }
    return at(configuredAt).settings(line, timeOf(configuredAt));
  }

  private Instant timeOf(CommitId commit) {
    LogQuery one = new LogQuery(commit, Optional.empty(), Optional.empty(), true, 1);
    return git.log(one).get(0).committer().when();
  }
}
