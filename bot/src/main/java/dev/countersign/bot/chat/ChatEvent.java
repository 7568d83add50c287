package dev.countersign.bot.chat;

import dev.countersign.bot.config.NoticeKind;
import dev.countersign.bot.review.ReviewSummary;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that people want to hear of. */
public sealed interface ChatEvent {
  /** Its kind, by which channels choose. */
  NoticeKind kind();

  /** Where it happened. */
  ModelEnvironment line();

  /** Names this very event; equal in every process that sees it, so that it is told once. */
  String key();

  /** Names the promotion it belongs to. */
  String thread();

  /** An event of a promotion. */
  sealed interface OfPromotion extends ChatEvent {
    /** The promotion. */
    Promotion promotion();

    @Override
    default ModelEnvironment line() {
      return promotion().line();
    }

    @Override
    default String thread() {
      return promotion().thread();
    }
  }

  /**
   * A candidate is up for review.
   *
   * @param run its id and where to look at it
   */
  record Proposed(Promotion promotion, ReviewSummary summary, RunLink run) implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.PROPOSED;
    }

    @Override
    public String key() {
      return "proposed/%d/%s".formatted(promotion.sequence(), promotion.digestKey());
    }
  }

  /** A gate failed: the merge request is a draft, or there is none. */
  record Blocked(Promotion promotion, ReviewSummary summary, RunLink run) implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.BLOCKED;
    }

    @Override
    public String key() {
      return "blocked/%d/%s".formatted(promotion.sequence(), promotion.digestKey());
    }
  }

  /**
   * A newer candidate took the place of the one under review.
   *
   * @param promotion of the newer one
   * @param before of the one that was under review
   */
  record Superseded(Promotion promotion, Promotion before) implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.SUPERSEDED;
    }

    @Override
    public String key() {
      return "superseded/%s/%s".formatted(before.digestKey(), promotion.digestKey());
    }
  }

  /**
   * Somebody approved. That there are enough approvals is one event, whoever finds it out and
   * whoever gave the last one.
   *
   * @param head what they looked at
   * @param counted how many approvals of this head count now
   */
  record Approved(Promotion promotion, String by, CommitId head, int counted, int required)
      implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.APPROVED;
    }

    @Override
    public String key() {
      return counted >= required ? enough(head) : "approved/%s/%s".formatted(head.hex(), by);
    }

    /** The key of the event that a head has enough approvals. */
    public static String enough(CommitId head) {
      return "approved/" + head.hex();
    }
  }

  /**
   * Somebody closed the merge request, which rejects what it proposed.
   *
   * @param rollback whether that was to go back to an earlier version, which stays free to propose
   */
  record Rejected(Promotion promotion, String by, String reason, CommitId head, boolean rollback)
      implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.REJECTED;
    }

    @Override
    public String key() {
      return key(head);
    }

    /** The key of the event that a head was rejected. */
    public static String key(CommitId head) {
      return "rejected/" + head.hex();
    }
  }

  /**
   * A candidate waits in vain: nobody has decided since a time, or what it was compared with is no
   * longer what the environment has.
   *
   * @param overtakenBy the version that the environment has got since; empty if nobody decided
   */
  record Stale(
      Promotion promotion,
      Instant since,
      CommitId head,
      List<String> approvers,
      Optional<ModelVersion> overtakenBy)
      implements OfPromotion {
    public Stale {
      approvers = List.copyOf(approvers);
    }

    @Override
    public NoticeKind kind() {
      return NoticeKind.STALE;
    }

    @Override
    public String key() {
      return key(head);
    }

    /** The key of the event that a head waits in vain. */
    public static String key(CommitId head) {
      return "stale/" + head.hex();
    }
  }

  /** A training run failed; every environment of its model hears of it. */
  record RunFailed(ModelEnvironment line, RunLink run, String reason) implements ChatEvent {
    @Override
    public NoticeKind kind() {
      return NoticeKind.RUN_FAILED;
    }

    @Override
    public String key() {
      return "run-failed/" + run.id();
    }

    @Override
    public String thread() {
      return line + "/run/" + run.id();
    }
  }

  /** A target serves the version. */
  record Deployed(Promotion promotion, String target, Digest observed, List<String> approvedBy)
      implements OfPromotion {
    public Deployed {
      approvedBy = List.copyOf(approvedBy);
    }

    @Override
    public NoticeKind kind() {
      return NoticeKind.DEPLOYED;
    }

    @Override
    public String key() {
      return "deployed/%d/%s".formatted(promotion.sequence(), target);
    }
  }

  /**
   * A deployment did not come about; what served before still serves.
   *
   * @param target empty if it did not come to a target
   * @param code label of the error
   */
  record DeployFailed(Promotion promotion, Optional<String> target, String code, String reason)
      implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.DEPLOY_FAILED;
    }

    @Override
    public String key() {
      return "deploy-failed/%d/%s/%s".formatted(promotion.sequence(), target.orElse("-"), code);
    }
  }

  /** The version was not healthy, or not what was deployed; the one before serves again. */
  record RolledBack(Promotion promotion, String target, String reason) implements OfPromotion {
    @Override
    public NoticeKind kind() {
      return NoticeKind.ROLLED_BACK;
    }

    @Override
    public String key() {
      return "rolled-back/%d/%s".formatted(promotion.sequence(), target);
    }
  }
}
