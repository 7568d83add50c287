package dev.countersign.bot.propose;

import dev.countersign.bot.approval.OpenRequest;
import dev.countersign.bot.approval.OpenRequestJudge;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LineSettings;
import dev.countersign.modelrefs.git.BranchCommits;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.LineHistory;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.reference.Origin;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at Git and the forge just before planning; changes nothing. */
public final class SituationReader {
  private static final String HEADS = "refs/heads/";

  private final GitRepository git;
  private final Forge forge;

  /**
   * @param git with the protected branch fetched
   */
  public SituationReader(GitRepository git, Forge forge) {
    this.git = git;
    this.forge = forge;
  }

  /**
   * The situation of a line.
   *
   * @param target the protected branch
   * @param base its tip
   * @param settings of the line, from the base
   */
  public Situation read(
      ModelEnvironment line, String target, CommitId base, LineSettings settings) {
    LineHistory history = history(line, base);
    List<MergeRequest> requests = forge.of(line.branch());
    Set<Digest> rejected = new HashSet<>(history.withdrawn());
    requests.stream()
        .filter(SituationReader::closedByPerson)
        .flatMap(request -> referenceAt(request.head(), line).stream())
        .filter(reference -> reference.origin() != Origin.ROLLBACK)
        .forEach(reference -> rejected.add(reference.artifact().digest()));
    return new Situation(
        target,
        base,
        history,
        open(requests, base, settings),
        branch(line, base, settings.approvals()),
        rejected);
  }

  private LineHistory history(ModelEnvironment line, CommitId base) {
    return new LineHistory(
        new ReferenceHistory(git)
            .of(line, base).stream()
                .flatMap(change -> change.reading().document().stream())
                .map(ReferenceDocument::reference)
                .toList());
  }

  private Optional<OpenMergeRequest> open(
      List<MergeRequest> requests, CommitId base, LineSettings settings) {
    return requests.stream()
        .filter(request -> request.state() == MergeRequest.State.OPEN)
        .findFirst()
        .map(
            request ->
                OpenMergeRequest.of(
                    request,
                    new OpenRequestJudge(git)
                        .judge(
                            OpenRequest.of(request, forge.conversation(request.number())),
                            settings,
                            base)));
  }

  private BranchState branch(ModelEnvironment line, CommitId base, ApprovalPolicy policy) {
    String ref = HEADS + line.branch();
    Map<String, CommitId> refs = git.fetch(List.of(ref));
    CommitId tip = refs.get(ref);
    if (tip == null) {
      return new BranchState.Absent();
    }
    BranchCommits own = BranchCommits.of(git, base, tip);
    return own.content().stream()
        .filter(commit -> !policy.isSignedByBot(commit))
        .findFirst()
        .<BranchState>map(
            commit ->
                new BranchState.Foreign(
                    tip,
                    commit.author().name(),
                    own.paths().equals(Set.of(line.referencePath()))
                        ? referenceAt(tip, line)
                        : Optional.empty()))
        .orElseGet(() -> new BranchState.Ours(tip));
  }

  private static boolean closedByPerson(MergeRequest request) {
    return request.state() == MergeRequest.State.CLOSED
        && request.ended().map(MergeRequest.Ending::byPerson).orElse(false);
  }

  /** The reference at a commit; one that cannot be read is as good as none, verify says why. */
  private Optional<ModelReference> referenceAt(CommitId commit, ModelEnvironment line) {
    return new ReferenceHistory(git).at(commit, line).document().map(ReferenceDocument::reference);
  }
}
