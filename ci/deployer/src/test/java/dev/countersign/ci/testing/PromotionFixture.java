package dev.countersign.ci.testing;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.FakeMergeRequests;
import dev.countersign.ci.promotion.FakeSettings;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.ci.promotion.MergedRequest;
import dev.countersign.ci.target.TargetSpec;
import dev.countersign.ci.verify.PromotionVerifier;
import dev.countersign.ci.verify.ProtectedBranch;
import dev.countersign.modelrefs.evaluation.GateKind;
import dev.countersign.modelrefs.evaluation.GateSpec;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bare repository with promotions, the forge that merged them, the configuration and a store.
 * Every line is configured alike: one approval by bob, carol or dave, one gate (r2 at least 0.9),
 * one target "app".
 */
public final class PromotionFixture implements AutoCloseable {
  /** The line that most tests need. */
  public static final ModelEnvironment LINE = ModelEnvironment.of("diamonds-price", "production");

  /** The gate of every line. */
  public static final String GATE = "r2-high";

  private final GitFixture git;
  private final FakeMergeRequests requests = new FakeMergeRequests();
  private final FakeSettings settings = new FakeSettings();
  private final FakeArtifactStore store = new FakeArtifactStore();
  private final GitRepository reader;
  private long number;

  /** Makes the repository in a folder. */
  public PromotionFixture(Path folder) {
    git = GitFixture.withMain(folder);
    reader = git.open();
    settings.put(LINE, settings(1));
  }

  /** What a line's configuration is, with so many approvals required. */
  public LineSettings settings(int required) {
    return new LineSettings(
        new ApprovalPolicy(
            required,
            List.of("bob", "carol", "dave"),
            List.of(git.botKey().publicKey()),
            LauncherRule.ANY),
        List.of(
            new GateSpec(GATE, GateKind.AT_LEAST, "r2", 0.9, Optional.empty(), List.of(), 0, "")),
        List.of(new TargetSpec("app", "process", List.of(), Map.of())));
  }

  /** A good candidate of {@link #LINE}; its artifact is kept in the store. */
  public ModelReference candidate(int sequence) {
    return candidate(LINE, sequence);
  }

  /** A good candidate of any line; its artifact is kept in the store. */
  public ModelReference candidate(ModelEnvironment line, int sequence) {
    return keep(new Candidate(line, sequence, line + " model " + sequence, 0.98));
  }

  /** Keeps a candidate's artifact. */
  public ModelReference keep(Candidate candidate) {
    store.keep(candidate.manifest());
    return candidate.reference();
  }

  /** The bot proposes a reference on the tip of the protected branch. */
  public Proposal propose(ModelReference reference) {
    return propose(reference, Map.of());
  }

  /** The bot proposes a reference, and smuggles in other files. */
  public Proposal propose(ModelReference reference, Map<String, String> more) {
    Map<String, String> files = new java.util.HashMap<>(more);
    files.put(reference.line().referencePath(), text(reference));
    CommitId base = git.tip(GitFixture.MAIN).orElseThrow();
    CommitId head = git.botCommit(reference.line().branch(), base, files);
    return new Proposal(reference, base, head, files);
  }

  /** Merges with a merge commit. */
  public CommitId merge(Proposal proposal) {
    String branch = proposal.reference().line().branch();
    return brought(git.merge(GitFixture.MAIN, branch, proposal.files()), proposal);
  }

  /** Merges as one commit of the forge's. */
  public CommitId squash(Proposal proposal) {
    return brought(git.commit(GitFixture.MAIN, proposal.files()), proposal);
  }

  /** Merges as a copy of the bot's commit on the tip. */
  public CommitId rebase(Proposal proposal) {
    CommitId tip = git.tip(GitFixture.MAIN).orElseThrow();
    return brought(git.botCommit(GitFixture.MAIN, tip, proposal.files()), proposal);
  }

  /** Proposes, has carol approve, and merges. */
  public CommitId promote(ModelReference reference) {
    return merge(propose(reference).approvedBy("carol"));
  }

  /** The forge says that a commit of the protected branch came by this merge request. */
  public CommitId brought(CommitId merged, Proposal proposal) {
    return brought(merged, proposal, GitFixture.MAIN);
  }

  /** As {@link #brought(CommitId, Proposal)}, into any branch. */
  public CommitId brought(CommitId merged, Proposal proposal, String target) {
    number++;
    requests.put(
        merged,
        new MergedRequest(
            number,
            "https://forge.example/merge-requests/" + number,
            proposal.reference().line().branch(),
            target,
            proposal.head(),
            proposal.base(),
            Proposal.person("countersign"),
            proposal.approvals(),
            proposal.waivers(),
            Proposal.person("carol"),
            GitFixture.START));
    return merged;
  }

  /** The protected branch as it is now. */
  public ProtectedBranch branch() {
    return ProtectedBranch.fetch(reader, GitFixture.MAIN);
  }

  /** A verifier of the protected branch as it is now. */
  public PromotionVerifier verifier() {
    return new PromotionVerifier(branch(), requests, settings, store);
  }

  /** The repository. */
  public GitFixture git() {
    return git;
  }

  /** The forge. */
  public FakeMergeRequests requests() {
    return requests;
  }

  /** The configuration. */
  public FakeSettings settings() {
    return settings;
  }

  /** The store. */
  public FakeArtifactStore store() {
    return store;
  }

  /** The text of a reference as the bot writes it. */
  public static String text(ModelReference reference) {
    return new String(ReferenceCodec.encode(reference), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    reader.close();
    git.close();
  }
}
