package dev.countersign.bot.forge;

import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what it is asked to show. */
public final class RecordingSignals implements ForgeSignals {
  private final List<String> calls = new ArrayList<>();
  private List<String> unknown = List.of();
  private Optional<ErrorCode> failure = Optional.empty();

  /** What was shown, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Logins that cannot be asked. */
  public void knowNot(String... logins) {
    unknown = List.of(logins);
  }

  /** Every call fails from now on. */
  public void failWith(ErrorCode code) {
    failure = Optional.of(code);
  }

  @Override
  public List<String> askForReview(long number, List<String> logins) {
    record("ask " + number + " " + logins);
    return unknown;
  }

  @Override
  public void report(CommitId commit, List<CommitStatus> statuses) {
    record("report " + commit + " " + statuses.size() + " statuses");
  }

  @Override
  public void comment(long number, String topic, String markdown) {
    record("comment " + number + " " + topic + " " + markdown);
  }

  @Override
  public void resetApprovals(long number) {
    record("reset " + number);
  }

  @Override
  public void deployed(ForgeDeployment deployment) {
    record(
        "%s %s at %s: %s"
            .formatted(
                deployment.succeeded() ? "deployed" : "failed",
                deployment.environment(),
                deployment.commit().shortHex(),
                deployment.description()));
  }

  private void record(String call) {
    failure.ifPresent(
        code -> {
          throw new CountersignException(code, "no");
        });
    calls.add(call);
  }
}
