package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.target.DeployTarget;
import dev.countersign.ci.target.Observation;
import dev.countersign.ci.target.RecordingTarget;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.ci.testing.PromotionFixture;
import dev.countersign.ci.testing.TickingClock;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.log.Deployment;
import dev.countersign.modelrefs.git.log.DeploymentLog;
import dev.countersign.modelrefs.git.log.LineLog;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Promotions, targets in memory, and deployers that see nothing but the repository. */
public final class DeployFixture implements AutoCloseable {
  private final PromotionFixture promotions;
  private final Map<String, RecordingTarget> targets = new HashMap<>();
  private final Map<String, DeployTarget> replaced = new HashMap<>();
  private final InstantSource clock = new TickingClock();
  private final GitRepository git;

  /** Everything in a folder. */
  public DeployFixture(Path folder) {
    promotions = new PromotionFixture(folder);
    git = promotions.git().open();
  }

  /** The promotions. */
  public PromotionFixture promotions() {
    return promotions;
  }

  /** The target "app", which serves every line. */
  public RecordingTarget app() {
    return target("app");
  }

  /** A target by name. */
  public RecordingTarget target(String name) {
    return targets.computeIfAbsent(name, missing -> new RecordingTarget());
  }

  /** Has a target answered by another object. */
  void replace(String name, DeployTarget target) {
    replaced.put(name, target);
  }

  /** Configures another line as the first one is. */
  ModelEnvironment configure(String line) {
    ModelEnvironment parsed = ModelEnvironment.parse(line);
    promotions.settings().put(parsed, promotions.settings(1));
    return parsed;
  }

  /** Configures a line with these targets. */
  void configure(ModelEnvironment line, TargetSpec... specs) {
    LineSettings settings = promotions.settings(1);
    promotions
        .settings()
        .put(line, new LineSettings(settings.approvals(), settings.gates(), List.of(specs)));
  }

  static TargetSpec spec(String name, String kind) {
    return new TargetSpec(name, kind, List.of(), Map.of());
  }

  /** A deployer that believes nobody's identity. */
  Deployer deployer() {
    return deployer(new TrustPolicy(false, false));
  }

  Deployer deployer(TrustPolicy trust) {
    return new Deployer(
        git,
        GitFixture.MAIN,
        new PromotionSources(promotions.requests(), promotions.settings(), promotions.store()),
        spec -> replaced.getOrDefault(spec.name(), target(spec.name())),
        trust,
        clock);
  }

  BaselineResolver baselines() {
    return new BaselineResolver(git, GitFixture.MAIN, sources());
  }

  /** What people may do to the log. */
  public Holds holds() {
    return new Holds(git, GitFixture.MAIN, promotions.settings(), clock);
  }

  /** The repository, opened as a job opens it. */
  public GitRepository git() {
    return git;
  }

  /** Finds the targets in memory. */
  public Targets targets() {
    return spec -> replaced.getOrDefault(spec.name(), target(spec.name()));
  }

  /** The forge, the configuration and the store. */
  public PromotionSources sources() {
    return new PromotionSources(promotions.requests(), promotions.settings(), promotions.store());
  }

  DeployReport deploy(CommitId commit) {
    return deploy(commit, DeployListener.SILENT);
  }

  DeployReport deploy(CommitId commit, DeployListener listener) {
    Deployer deployer = deployer();
    return deployer.execute(deployer.plan(commit), listener);
  }

  /** Deploys the branch's tip. */
  public DeployReport reconcile() {
    Deployer deployer = deployer();
    return deployer.execute(deployer.planReconcile(), DeployListener.SILENT);
  }

  CommitId tip() {
    return promotions.git().tip(GitFixture.MAIN).orElseThrow();
  }

  /** The deployment log. */
  public DeploymentLog log() {
    return new DeploymentLog(git);
  }

  LineLog log(ModelEnvironment line) {
    return log().read(line);
  }

  /** What the log says was deployed. */
  public List<Deployment> deployments(ModelEnvironment line) {
    return log(line).deployments();
  }

  /** What the target "app" serves of a line. */
  Digest serving(ModelEnvironment line) {
    if (app().observe(line) instanceof Observation.Serves serves) {
      return serves.digest();
    }
    throw new AssertionError("nothing is served");
  }

  /** Goes on by a minute at each look. */
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {
    git.close();
    promotions.close();
  }
}
