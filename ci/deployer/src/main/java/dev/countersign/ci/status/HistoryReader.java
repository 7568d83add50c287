package dev.countersign.ci.status;

import dev.countersign.ci.deploy.LogReader;
import dev.countersign.ci.deploy.PromotionSources;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers which model was live when, and who approved it. Every deployment is verified again:
 * commit and blob against Git, approval against the forge and the configuration of its time.
 */
public final class HistoryReader {
  private final GitRepository git;
  private final String protectedBranch;
  private final PromotionSources sources;

  /**
   * @param protectedBranch its name, as the forge confirms it, without {@code refs/heads/}
   */
  public HistoryReader(GitRepository git, String protectedBranch, PromotionSources sources) {
    this.git = git;
    this.protectedBranch = protectedBranch;
    this.sources = sources;
  }

  /** Every line of the deployment log, oldest first. */
  public List<HistoryEntry> read(ModelEnvironment line) {
    ProtectedBranch branch = ProtectedBranch.fetch(git, protectedBranch);
    PromotionVerifier verifier =
        new PromotionVerifier(branch, sources.requests(), sources.settings(), sources.store());
    LineLog log = new DeploymentLog(git).read(line);
    return HistoryJudge.of(
            verifier,
            sources.settings(),
            line,
            new LogReader(branch, sources.settings(), line, log))
        .entries(log);
  }

  /**
   * What each target served at a point in time, by target, as far as verified lines tell. Targets
   * that served nothing then are left out.
   *
   * @param entries every line of the log, oldest first
   */
  public static Map<String, Live> liveAt(List<HistoryEntry> entries, Instant when) {
    Map<String, Live> live = new LinkedHashMap<>();
    for (Deployment deployment : verifiedSuccesses(entries)) {
      if (deployment.finishedAt().isAfter(when)) {
        live.computeIfPresent(
            deployment.target(),
            (target, then) ->
                new Live(
                    then.deployment(), then.deployment().release().equals(deployment.release())));
      } else {
        live.put(deployment.target(), new Live(deployment, true));
      }
    }
    return live;
  }

  private static List<Deployment> verifiedSuccesses(List<HistoryEntry> entries) {
    return entries.stream()
        .filter(HistoryEntry.Verified.class::isInstance)
        .map(entry -> ((HistoryEntry.Verified) entry).record())
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .filter(deployment -> deployment.outcome().isSuccess())
        .toList();
  }
}
