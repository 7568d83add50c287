package dev.countersign.bot.chat.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.bot.wiring.Session;
import dev.countersign.ci.deploy.DeployOutcome;
import dev.countersign.ci.deploy.DeployReport;
import dev.countersign.ci.deploy.LineTarget;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deploy's report tells the chat. */
class DeployEventsIT {
  private static final ModelEnvironment LINE = ModelEnvironment.of("m", "production");
  private static final LineTarget SHOP = new LineTarget(LINE, "shop");
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  @TempDir private Path folder;
  private Scenario scenario;
  private CommitId merged = new CommitId("0".repeat(40));

  @BeforeEach
  void mergeACandidate() throws IOException {
    scenario = new Scenario(folder, "m");
    scenario.run("propose", scenario.run("m", 1, 5, Scenario.NOON).toString());
    scenario.run("approve", "m/production", "--as", "bob");
    merged =
        new CommitId(
            scenario
                .run("merge", "m/production", "--as", "bob")
                .data()
                .path("mergeCommit")
                .asText());
  }

  @Test
  void aDeploymentBelongsToThePromotionThatItsCommitBrought() {
    ChatEvent.Deployed event =
        (ChatEvent.Deployed)
            only(
                new DeployOutcome.Deployed(
                    SHOP, merged, ModelVersion.parse("1.0.0"), DIGEST, DIGEST, List.of("bob")));

    assertThat(event.promotion().version()).contains(ModelVersion.parse("1.0.0"));
    assertThat(event.thread()).isEqualTo("m/production/1");
    assertThat(event.key()).isEqualTo("deployed/1/shop");
    assertThat(event.approvedBy()).containsExactly("bob");
  }

  @Test
  void aReleaseThatWasUnhealthyIsRolledBack_otherStopsAreFailures() {
    assertThat(only(stopped(Optional.of("shop"), ErrorCode.DEPLOYMENT_UNHEALTHY)))
        .isInstanceOf(ChatEvent.RolledBack.class);
    assertThat(only(new DeployOutcome.PutBack(SHOP, ModelVersion.parse("1.0.0"), DIGEST)))
        .isInstanceOf(ChatEvent.RolledBack.class);
    assertThat(only(stopped(Optional.empty(), ErrorCode.NOT_APPROVED)))
        .isInstanceOfSatisfying(
            ChatEvent.DeployFailed.class,
            event -> {
              assertThat(event.code()).isEqualTo(ErrorCode.NOT_APPROVED.label());
              assertThat(event.reason()).isEqualTo("because");
            });
  }

  @Test
  void whatIsSoAlreadyIsNoNews() {
    assertThat(
            events(
                new DeployOutcome.UpToDate(SHOP, ModelVersion.parse("1.0.0")),
                new DeployOutcome.Superseded(SHOP, 1, 2)))
        .isEmpty();
  }

  @Test
  void aFailureIsToldEvenIfTheReferenceCannotBeRead() {
    DeployOutcome.Stopped stopped =
        new DeployOutcome.Stopped(
            ModelEnvironment.of("other", "production"),
            Optional.empty(),
            ErrorCode.INPUT_INVALID,
            "because",
            List.of());

    assertThat(only(stopped))
        .isInstanceOfSatisfying(
            ChatEvent.DeployFailed.class,
            event -> assertThat(event.promotion().version()).isEmpty());
  }

  private static DeployOutcome stopped(Optional<String> target, ErrorCode why) {
    return new DeployOutcome.Stopped(LINE, target, why, "because", List.of());
  }

  private ChatEvent only(DeployOutcome outcome) {
    return events(outcome).get(0);
  }

  private List<ChatEvent> events(DeployOutcome... outcomes) {
    try (Session session = scenario.session()) {
      return new DeployEvents(session.git()).of(new DeployReport(merged, List.of(outcomes)));
    }
  }
}
