package dev.countersign.ci.testing;

import dev.countersign.ci.promotion.Approval;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A merge request that is not merged yet. */
public final class Proposal {
  private final ModelReference reference;
  private final List<Approval> approvals = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private CommitId base;
  private CommitId head;
  private Map<String, String> files;

  /** A merge request whose branch was pushed. */
  public Proposal(
      ModelReference reference, CommitId base, CommitId head, Map<String, String> files) {
    this.reference = reference;
    this.base = base;
    this.head = head;
    this.files = files;
  }

  /** Somebody approves what is there now. */
  public Proposal approvedBy(String login) {
    return approved(new Approval(person(login), Optional.of(head), GitFixture.START, false, true));
  }

  /** Any approval. */
  public Proposal approved(Approval approval) {
    approvals.add(approval);
    return this;
  }

  /** Somebody waives a gate for this artifact. */
  public Proposal waivedBy(String login, String gateId) {
    waivers.add(
        new Waiver(
            gateId,
            person(login),
            reference.artifact().digest(),
            "agreed",
            GitFixture.START,
            true));
    return this;
  }

  /** The branch has another head now, which left the protected branch elsewhere. */
  public Proposal movedTo(CommitId newBase, CommitId newHead) {
    base = newBase;
    head = newHead;
    return this;
  }

  /** The merge shall hold these files instead of those at the head. */
  public Proposal mergedAs(Map<String, String> merged) {
    files = Map.copyOf(merged);
    return this;
  }

  /** Its reference. */
  public ModelReference reference() {
    return reference;
  }

  /** Where it left the protected branch. */
  public CommitId base() {
    return base;
  }

  /** What was reviewed last. */
  public CommitId head() {
    return head;
  }

  /** What it changes, by path. */
  public Map<String, String> files() {
    return files;
  }

  List<Approval> approvals() {
    return approvals;
  }

  List<Waiver> waivers() {
    return waivers;
  }

  /** A person without a number. */
  public static Identity person(String login) {
    return new Identity(login, Optional.empty());
  }
}
