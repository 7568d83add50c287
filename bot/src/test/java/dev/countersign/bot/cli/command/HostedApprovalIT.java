package dev.countersign.bot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.propose.Scenario;
import dev.countersign.modelrefs.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose approval on GitLab and GitHub counts, from the command line over HTTP. */
class HostedApprovalIT {
  private static final String BRANCH = "countersign/m/production";
  private static final String PATH = "model-refs/m/production/model-reference.json";

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void prepare() throws IOException {
    scenario = new Scenario(folder, "m");
    Files.writeString(
        scenario.repository().resolve("config"),
        "[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n",
        StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: one of risk and one of ml, where risk is a group of the forge")
  void asksEachGroup_andLooksUpThoseOfTheForge(HostedForge.Kind kind) throws IOException {
    approvers("{risk: [acme/risk], ml: [bob, carol]}", "approvals: {risk: 1, ml: 1}");
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.memory().people().group("acme/risk", "rita", "ruth");
      forge.use(forge.groupsToken("acme/risk"));
      long number = forge.propose("m", 1);
      forge.approve(number, "bob");
      forge.approve(number, "carol");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun withoutRisk = forge.verify(merged);
      forge.approve(number, "rita");
      CommandRun withRisk = forge.verify(merged);

      assertThat(withoutRisk.exitCode()).as(withoutRisk::toString).isEqualTo(5);
      assertThat(HostedForge.detail(withoutRisk, "approved")).endsWith("; missing 1 of \"risk\"");
      assertThat(withRisk.exitCode()).as(withRisk::toString).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: a group that the token cannot read is nobody; the message names the right")
  void countsNobodyOfAGroupThatCannotBeRead(HostedForge.Kind kind) throws IOException {
    approvers("[acme/risk]", "approvals: 1");
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.memory().people().group("acme/risk", "rita");
      long number = forge.propose("m", 1);
      forge.approve(number, "rita");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun unread = forge.verify(merged);
      forge.use(forge.groupsToken("acme/risk"));
      CommandRun read = forge.verify(merged);

      assertThat(unread.exitCode()).as(unread::toString).isEqualTo(5);
      assertThat(HostedForge.detail(unread, "approved"))
          .contains("nobody of \"acme/risk\" counts")
          .contains(kind == HostedForge.Kind.GITLAB ? "\"read_api\"" : "\"Members: read\"");
      assertThat(read.exitCode()).as(read::toString).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: with approveBy: checksum a click counts for nothing, the comment does")
  void countsNoClick_whereTheChecksumIsAskedFor(HostedForge.Kind kind) throws IOException {
    approvers("[bob]", "approveBy: checksum");
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      String checksum = checksum(BRANCH);
      assertThat(forge.body(number)).contains("/countersign approve " + checksum.substring(0, 12));
      forge.approve(number, "bob");
      forge.comment(number, "bob", "/countersign approve " + "0".repeat(12));
      String merged = forge.merge(number, "bob", MergeMethod.SQUASH);

      CommandRun clicked = forge.verify(merged);
      forge.comment(number, "bob", "/countersign approve " + checksum.substring(0, 8));
      CommandRun named = forge.verify(merged);

      assertThat(clicked.exitCode()).as(clicked::toString).isEqualTo(5);
      assertThat(HostedForge.detail(clicked, "approved")).contains("\"bob\" (");
      assertThat(named.exitCode()).as(named::toString).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 56, I7: neither who launched it, nor a stranger, nor a reader counts")
  void countsNot_theWrongPeople(HostedForge.Kind kind) throws IOException {
    approvers("[alice, reader, bob]", "approvals: 1");
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      forge.memory().people().add("reader", Role.GUEST);
      long number = forge.propose("m", 1);
      forge.approve(number, "alice");
      forge.approve(number, "carol");
      forge.approve(number, "reader");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun refused = forge.verify(merged);

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(5);
      assertThat(HostedForge.detail(refused, "approved"))
          .startsWith("0 of 1 required approvals: nobody counted")
          .contains(
              "\"alice\" (launched the training)",
              "\"carol\" (is not a configured approver)",
              "\"reader\" (may not write to the repository)");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("Fault row 55, I6: a newer candidate takes the approvals of the older one back")
  void countsNot_whatWasApprovedBeforeTheContentChanged(HostedForge.Kind kind) throws IOException {
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      long number = forge.propose("m", 1);
      forge.approve(number, "bob");
      assertThat(forge.propose("m", 2)).isEqualTo(number);
      String merged = forge.merge(number, "bob", MergeMethod.SQUASH);

      CommandRun refused = forge.verify(merged);

      assertThat(refused.exitCode()).as(refused::toString).isEqualTo(5);
      assertThat(HostedForge.detail(refused, "approved"))
          .startsWith("0 of 1 required approvals: nobody counted");
    }
  }

  @ParameterizedTest
  @EnumSource(HostedForge.Kind.class)
  @DisplayName("I7: whoever asks for a rollback cannot approve it; a second person can")
  void asksForASecondPerson_toGoBack(HostedForge.Kind kind) throws IOException {
    approvers("[bob, carol]", "approvals: 1");
    try (HostedForge forge = HostedForge.start(kind, scenario)) {
      for (int seed = 1; seed <= 2; seed++) {
        long promoted = forge.propose("m", seed);
        forge.approve(promoted, "bob");
        forge.merge(promoted, "bob", MergeMethod.MERGE);
      }
      CommandRun asked =
          forge.json(
              "rollback", "m/production", "--to", "1.0.0", "--reason", "worse", "--as", "bob");
      assertThat(asked.exitCode()).as(asked::toString).isZero();
      long number = asked.data().at("/mergeRequest/number").asLong();
      forge.approve(number, "bob");
      String merged = forge.merge(number, "bob", MergeMethod.MERGE);

      CommandRun alone = forge.verify(merged);
      forge.approve(number, "carol");
      CommandRun together = forge.verify(merged);

      assertThat(alone.exitCode()).as(alone::toString).isEqualTo(5);
      assertThat(HostedForge.detail(alone, "approved")).contains("\"bob\" (had it proposed)");
      assertThat(together.exitCode()).as(together::toString).isZero();
    }
  }

  private void approvers(String approvers, String more) {
    scenario.configure(
        yaml ->
            yaml.replaceFirst(
                "(?m)^( *)approvers: \\[bob]", "$1approvers: %s\n$1%s".formatted(approvers, more)));
  }

  private String checksum(String branch) {
    JsonNode document =
        StrictJson.read(
            scenario.fileAt(branch, PATH).getBytes(StandardCharsets.UTF_8), "reference");
    return document.path("checksum").asText().replace("sha256:", "");
  }
}
