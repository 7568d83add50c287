package dev.countersign.bot.forge.local;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.time.Instant;
import java.util.Optional;

/** One thing that happened to a merge request of the local forge. */
public sealed interface LocalEvent {
  /** When it happened, as the machine that wrote it says. */
  Instant at();

  /** Who did it; empty where Git does not know. */
  Optional<Identity> who();

  /** The event in a few words, for a commit message or a list. */
  String summary();

  /** The merge request came to be; always the first event. */
  record Opened(Instant at, Identity by, String source, Heading heading) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "opened by " + by;
    }
  }

  /** The source branch points elsewhere; who pushed is not known to Git. */
  record HeadChanged(Instant at, CommitId head) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.empty();
    }

    @Override
    public String summary() {
      return "head is " + head.shortHex();
    }
  }

  /** Title, labels, target, draft state or body were changed; the values are the new ones. */
  record Edited(Instant at, Identity by, Heading heading) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "edited by " + by + (heading.draft() ? ", draft" : "");
    }
  }

  /**
   * A person approved what they saw.
   *
   * @param simulated given in another identity's name
   * @param namesChecksum whether they named the checksum of the reference
   */
  record Approved(Instant at, Identity by, CommitId head, boolean simulated, boolean namesChecksum)
      implements LocalEvent {
    /** Without a checksum. */
    public Approved(Instant at, Identity by, CommitId head, boolean simulated) {
      this(at, by, head, simulated, false);
    }

    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "approved by %s at %s%s"
          .formatted(by, head.shortHex(), simulated ? " (simulated)" : "");
    }
  }

  /** A person let a failed gate pass, for one artifact. */
  record Waived(Instant at, Identity by, String gate, Digest artifactDigest, String reason)
      implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "gate %s waived by %s".formatted(gate, by);
    }
  }

  /**
   * Closed without merging.
   *
   * @param byPerson false if the bot did it; only a person's closing rejects the candidate
   * @param reason may be blank
   */
  record Closed(Instant at, Identity by, boolean byPerson, String reason) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "closed by " + by;
    }
  }

  /** Open again after closing. */
  record Reopened(Instant at, Identity by) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "reopened by " + by;
    }
  }

  /** On the target branch; nothing follows but edits. */
  record Merged(Instant at, Identity by, CommitId mergeCommit) implements LocalEvent {
    @Override
    public Optional<Identity> who() {
      return Optional.of(by);
    }

    @Override
    public String summary() {
      return "merged by %s as %s".formatted(by, mergeCommit.shortHex());
    }
  }
}
