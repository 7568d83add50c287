package dev.countersign.bot.propose;

import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Signature;
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
   * @param botKeys public keys whose signature makes a commit the bot's
   */
  public Situation read(ModelEnvironment line, String target, CommitId base, List<String> botKeys) {
    LineHistory history = history(line, base);
    List<MergeRequest> requests = forge.of(line.branch());
    Set<Digest> rejected = new HashSet<>(history.withdrawn());
    requests.stream()
        .filter(SituationReader::closedByPerson)
        .flatMap(request -> referenceAt(request.head(), line).stream())
        .filter(reference -> reference.origin() != Origin.ROLLBACK)
        .forEach(reference -> rejected.add(reference.artifact().digest()));
    return new Situation(
        target, base, history, open(requests, line), branch(line, base, botKeys), rejected);
  }

  private LineHistory history(ModelEnvironment line, CommitId base) {
    return new LineHistory(
        new ReferenceHistory(git)
            .of(line, base).stream()
                .flatMap(change -> change.reading().document().stream())
                .map(ReferenceDocument::reference)
                .toList());
  }

  private Optional<OpenMergeRequest> open(List<MergeRequest> requests, ModelEnvironment line) {
    return requests.stream()
        .filter(request -> request.state() == MergeRequest.State.OPEN)
        .findFirst()
        .map(
            request ->
                new OpenMergeRequest(
                    request, referenceAt(request.head(), line), approvals(request)));
  }

  private int approvals(MergeRequest request) {
    return (int)
        forge.conversation(request.number()).approvals().stream()
            .filter(approval -> approval.head().filter(request.head()::equals).isPresent())
            .count();
  }

  private BranchState branch(ModelEnvironment line, CommitId base, List<String> botKeys) {
    String ref = HEADS + line.branch();
    Map<String, CommitId> refs = git.fetch(List.of(ref));
    CommitId tip = refs.get(ref);
    if (tip == null) {
      return new BranchState.Absent();
    }
    return git.log(LogQuery.between(base, tip)).stream()
        .filter(commit -> !commit.contentPaths().isEmpty())
        .filter(commit -> !signedBy(commit, botKeys))
        .findFirst()
        .<BranchState>map(commit -> new BranchState.Foreign(tip, commit.author().name()))
        .orElseGet(() -> new BranchState.Ours(tip));
  }

  private static boolean signedBy(GitCommit commit, List<String> botKeys) {
    return commit.signature().map(Signature::publicKey).filter(botKeys::contains).isPresent();
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
