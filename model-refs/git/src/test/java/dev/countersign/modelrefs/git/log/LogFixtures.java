package dev.countersign.modelrefs.git.log;

import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.testing.GitFixture;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records for tests of logs, here and in modules that read them. */
public final class LogFixtures {
  /** The line they are about. */
  public static final ModelEnvironment LINE = ModelEnvironment.of("diamonds-price", "production");

  /** The target they are about. */
  public static final String TARGET = "shop";

  private static final CommitId COMMIT = new CommitId("a".repeat(40));

  private LogFixtures() {}

  /** A deployment of 1.0.n, n being the sequence; it ended n minutes after the fixture's start. */
  public static Deployment deployment(long sequence, DeploymentOutcome outcome) {
    Digest digest = digest(sequence);
    Instant finished = minute(sequence);
    return new Deployment(
        TARGET,
        outcome,
        new DeployedRelease(
            new ModelVersion(1, 0, (int) sequence),
            sequence,
            sequence,
            COMMIT,
            new BlobId("b".repeat(40)),
            digest),
        outcome.isSuccess()
            ? Optional.of(new ObservedDigest(digest, ObservedDigest.Means.SELF_REPORTED))
            : Optional.empty(),
        Optional.of(
            new ApprovedRequest(
                7,
                "http://localhost/7",
                List.of(new RecordedApproval("bob", true, COMMIT, finished)))),
        finished.minusSeconds(30),
        finished,
        "deployed \"1.0." + sequence + "\"");
  }

  /** An outcome of a run whose candidate and rows are told by numbers. */
  public static OutcomeRecord outcome(String run, RunOutcome outcome, long artifact, long dataset) {
    return new OutcomeRecord(
        run,
        outcome,
        Optional.of(digest(artifact)),
        Optional.of(digest(dataset)),
        minute(1),
        "because");
  }

  /** A step of telling the channel "team" of an event. */
  public static NoticeRecord notice(NoticeRecord.Stage stage, String event, String writer) {
    return new NoticeRecord(
        stage,
        event,
        "team",
        LINE + "/2",
        writer,
        stage == NoticeRecord.Stage.SENT ? Optional.of("1795.42") : Optional.empty(),
        minute(1));
  }

  /** A digest by number. */
  public static Digest digest(long number) {
    return Digest.of(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** So many minutes after the fixture's start. */
  public static Instant minute(long number) {
    return GitFixture.START.plus(Duration.ofMinutes(number));
  }
}
