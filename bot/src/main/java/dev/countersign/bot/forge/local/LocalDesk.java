package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.error.Problem;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where people decide about merge requests of the local forge. Every decision names the head that
 * the person saw; if it has moved, the decision is refused with {@code CONFLICT} and nothing
 * changes. A decision that is in force already changes nothing, so every call may be repeated. Not
 * thread-safe.
 */
public final class LocalDesk {
  private static final int MAX_REASON = 2_000;

  private final GitRepository repository;
  private final LocalForgeSettings settings;
  private final MergeRule rule;
  private final LocalMergeRequests requests;

  public LocalDesk(GitRepository repository, LocalForgeSettings settings, MergeRule rule) {
    this.repository = repository;
    this.settings = settings;
    this.rule = rule;
    this.requests = new LocalMergeRequests(repository, settings);
  }

  /**
   * The merge request with a number.
   *
   * @throws CountersignException {@code NOT_FOUND}
   */
  public MergeRequest find(long number) {
    return requests.get(number).asMergeRequest(settings);
  }

  /**
   * Records an approval of the head that the person saw.
   *
   * @param simulated given in another identity's name; the record says so for good
   */
  public MergeRequest approve(Decision decision, boolean simulated) {
    return approve(decision, simulated, false);
  }

  /**
   * As the other.
   *
   * @param namesChecksum whether the person named the checksum of the reference at that head, which
   *     the caller has compared
   */
  public MergeRequest approve(Decision decision, boolean simulated, boolean namesChecksum) {
    return decide(
        decision,
        request ->
            isApproved(request, decision, namesChecksum)
                ? Optional.empty()
                : Optional.of(
                    new LocalEvent.Approved(
                        now(), decision.by(), decision.seen(), simulated, namesChecksum)));
  }

  /**
   * Lets a failed gate pass for one artifact.
   *
   * @param reason why; must not be blank
   */
  public MergeRequest waive(Decision decision, String gate, Digest artifact, String reason) {
    if (reason.isBlank()) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "a waiver of gate \"%s\" needs a reason".formatted(gate));
    }
    String why = checkReason(reason);
    return decide(
        decision,
        request ->
            isWaived(request, decision.by(), gate, artifact)
                ? Optional.empty()
                : Optional.of(new LocalEvent.Waived(now(), decision.by(), gate, artifact, why)));
  }

  /**
   * Closes without merging. Closing by a person rejects the candidate; by the bot, it does not.
   *
   * @param reason may be blank
   */
  public MergeRequest close(Decision decision, String reason) {
    String why = checkReason(reason);
    return change(
        decision,
        (request, refs) -> {
          if (request.state() == MergeRequest.State.CLOSED) {
            return LocalMergeRequests.Change.NONE;
          }
          requireCurrent(request, decision);
          boolean byPerson = !decision.by().login().equals(settings.bot().login());
          return LocalMergeRequests.Change.of(
              new LocalEvent.Closed(now(), decision.by(), byPerson, why));
        });
  }

  /**
   * Opens a closed merge request again.
   *
   * @throws CountersignException {@code CONFLICT} if it was merged, if its branch is gone, or if
   *     another one is open for its branch
   */
  public MergeRequest reopen(long number, Identity by) {
    Identity who = Login.check(by);
    return requests
        .change(
            number,
            (request, refs) -> {
              if (request.isOpen()) {
                return LocalMergeRequests.Change.NONE;
              }
              requireReopenable(request, refs);
              return LocalMergeRequests.Change.of(new LocalEvent.Reopened(now(), who));
            })
        .asMergeRequest(settings);
  }

  /**
   * Merges by a merge commit whose first parent is the target's tip.
   *
   * @throws CountersignException {@code CONFLICT} if the head moved, if the target changed the same
   *     file, or if it is closed; the code of the first objection if the rule has any
   */
  public MergeRequest merge(Decision decision) {
    LocalMerge merge = new LocalMerge(repository, settings);
    return change(
        decision,
        (request, refs) -> {
          if (request.state() == MergeRequest.State.MERGED) {
            return LocalMergeRequests.Change.NONE;
          }
          requireCurrent(request, decision);
          requireNoObjection(request);
          return merge.of(request, refs, decision.by());
        });
  }

  /** What stands against merging now, for people to see before they try. */
  public List<Objection> objections(LocalMergeRequest request) {
    return rule.objections(request.asMergeRequest(settings), request.conversation());
  }

  @FunctionalInterface
  private interface Choice {
    Optional<LocalEvent> on(LocalMergeRequest request);
  }

  private MergeRequest decide(Decision decision, Choice choice) {
    return change(
        decision,
        (request, refs) -> {
          requireCurrent(request, decision);
          return choice
              .on(request)
              .map(LocalMergeRequests.Change::of)
              .orElse(LocalMergeRequests.Change.NONE);
        });
  }

  private MergeRequest change(Decision decision, LocalMergeRequests.Decider decider) {
    Login.check(decision.by());
    return requests.change(decision.number(), decider).asMergeRequest(settings);
  }

  private void requireNoObjection(LocalMergeRequest request) {
    List<Objection> objections = objections(request);
    if (!objections.isEmpty()) {
      String path = "merge request " + request.number();
      throw new CountersignException(
          objections.get(0).code(),
          "merge request %d cannot be merged yet".formatted(request.number()),
          objections.stream().map(objection -> new Problem(path, objection.why())).toList());
    }
  }

  private void requireReopenable(LocalMergeRequest request, Map<String, CommitId> refs) {
    if (request.state() == MergeRequest.State.MERGED) {
      throw conflict(request, "is merged; it cannot be opened again");
    }
    if (BranchWatch.branch(refs, request.source()).isEmpty()) {
      throw conflict(request, "has no branch \"" + request.source() + "\" any more");
    }
    requests
        .look()
        .openFrom(request.source())
        .ifPresent(
            other -> {
              throw conflict(request, "shares its branch with merge request " + other.number());
            });
  }

  private static void requireCurrent(LocalMergeRequest request, Decision decision) {
    if (!request.isOpen()) {
      throw conflict(request, "is " + (request.mergeCommit().isPresent() ? "merged" : "closed"));
    }
    if (!request.head().equals(decision.seen())) {
      throw conflict(
          request,
          "changed since it was looked at: its head was \"%s\" and is \"%s\""
              .formatted(decision.seen().shortHex(), request.head().shortHex()));
    }
  }

  private static boolean isApproved(
      LocalMergeRequest request, Decision decision, boolean namesChecksum) {
    return request.conversation().approvals().stream()
        .anyMatch(
            approval ->
                approval.by().equals(decision.by())
                    && approval.head().filter(decision.seen()::equals).isPresent()
                    && (approval.namesChecksum() || !namesChecksum));
  }

  private static boolean isWaived(
      LocalMergeRequest request, Identity by, String gate, Digest artifact) {
    return request.conversation().waivers().stream()
        .anyMatch(
            waiver ->
                waiver.by().equals(by)
                    && waiver.gateId().equals(gate)
                    && waiver.artifactDigest().equals(artifact));
  }

  private static String checkReason(String reason) {
    if (reason.length() > MAX_REASON) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "a reason has at most %d characters, this one %d".formatted(MAX_REASON, reason.length()));
    }
    return reason.strip();
  }

  private static CountersignException conflict(LocalMergeRequest request, String what) {
    return new CountersignException(
        ErrorCode.CONFLICT, "merge request %d %s".formatted(request.number(), what));
  }

  private Instant now() {
    return settings.clock().instant();
  }
}
