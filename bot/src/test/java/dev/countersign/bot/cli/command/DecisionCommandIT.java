package dev.countersign.bot.cli.command;

import static dev.countersign.bot.cli.command.CommandBench.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.cli.CommandRun;
import dev.countersign.bot.propose.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code approve}, {@code merge}, {@code close}, {@code waive}, {@code rollback}: people decide.
 */
class DecisionCommandIT {
  @TempDir private Path folder;
  private CommandBench bench;

  @BeforeEach
  void makeBench() throws IOException {
    bench = new CommandBench(folder);
  }

  @Test
  void approvesAndMerges_byNumberOrByLine() throws IOException {
    JsonNode opened = bench.propose(1).data().at("/proposals/0/mergeRequest");
    String number = opened.path("number").asText();

    CommandRun approved = bench.json("approve", number, "--as", "bob");
    CommandRun merged = bench.run("merge", LINE, "--as", "bob");

    assertThat(approved.data().path("state").asText()).isEqualTo("open");
    assertThat(merged.exitCode()).as(merged::toString).isZero();
    assertThat(merged.out())
        .contains("merged merge request 1 as", "next: countersign deploy --commit");
  }

  @Test
  @DisplayName("Fault row 55: a decision about a head that has moved is refused")
  void refusesADecisionAboutAnotherHead() throws IOException {
    JsonNode first = bench.propose(1).data().at("/proposals/0/mergeRequest");
    bench.propose(2);

    CommandRun late =
        bench.json("approve", LINE, "--as", "bob", "--head", first.path("head").asText());

    assertThat(late.exitCode()).as(late::toString).isIn(5, 6);
    assertThat(late.err()).contains(first.path("head").asText().substring(0, 7));
  }

  @Test
  @DisplayName("Fault row 56: an approval by somebody who is not nominated does not merge")
  void saysThatAnApprovalDoesNotCount() throws IOException {
    bench.propose(1);

    CommandRun approved = bench.run("approve", LINE, "--as", "mallory");
    CommandRun merged = bench.json("merge", LINE, "--as", "mallory");

    assertThat(approved.out())
        .contains("it does not count: \"mallory\" (is not a configured approver)", "from: bob");
    assertThat(merged.exitCode()).isEqualTo(5);
    assertThat(merged.data().at("/error/code").asText()).isEqualTo("not-approved");
    assertThat(merged.data().at("/error/remedy").asText())
        .isEqualTo("have a nominated approver approve the merge request");
  }

  @Test
  void wantsARequestThatThereIs_andSomebodyWhoDecides() throws IOException {
    assertThat(bench.run("approve", LINE, "--as", "bob").err())
        .contains("not-found (exit 2)", "no merge request is open for \"m/production\"");
    assertThat(bench.run("merge", "7", "--as", "bob").exitCode()).isEqualTo(2);
    assertThat(bench.run("close", "seven", "--as", "bob").err())
        .contains("\"seven\" is not MODEL/ENVIRONMENT");
    bench.propose(1);
    assertThat(bench.run("close", LINE).err()).contains("Give --as LOGIN");
  }

  @Test
  void closes_andRemembersTheRejection() throws IOException {
    bench.propose(1);

    CommandRun closed = bench.json("close", LINE, "--as", "bob", "--reason", "no");

    assertThat(closed.data().path("state").asText()).isEqualTo("closed");
    assertThat(closed.exitCode()).isZero();
    String run = folder.resolve("run-m-1").toString();
    assertThat(bench.json("propose", run).data().at("/proposals/0/outcome").asText())
        .isEqualTo("rejected");
  }

  @Test
  void waivesAFailedGate_withAReason() throws IOException {
    String run = bench.scenario().run("m", 1, 60, Scenario.NOON).toString();
    assertThat(bench.json("propose", run).exitCode()).isEqualTo(5);
    assertThat(bench.run("waive", LINE, "r2-floor", "--as", "bob").err())
        .contains("Missing required option: '--reason=TEXT'");

    CommandRun waived = bench.json("waive", LINE, "r2-floor", "--reason", "a pilot", "--as", "bob");

    assertThat(waived.exitCode()).as(waived::toString).isZero();
    String commit = bench.merge();
    CommandRun verified = bench.json("verify", "--commit", commit);
    assertThat(verified.exitCode()).as(verified::toString).isZero();
    assertThat(verified.out()).contains("waived");
  }

  @Test
  void refusesAWaiverOfAGateThatThereIsNot() throws IOException {
    bench.scenario().run("propose", bench.scenario().run("m", 1, 60, Scenario.NOON).toString());

    CommandRun waived = bench.json("waive", LINE, "r2-flor", "--reason", "x", "--as", "bob");

    assertThat(waived.exitCode()).as(waived::toString).isEqualTo(2);
    assertThat(waived.err()).contains("r2-flor", "did you mean \"r2-floor\"?");
  }

  @Test
  @DisplayName("I7: with approveBy: checksum, approve says that a click does not count, and why")
  void asksForTheChecksum_whereTheEnvironmentDoes() throws IOException {
    bench
        .scenario()
        .configure(
            yaml -> yaml.replaceFirst("(?m)^( *)approvers:.*$", "$0\n$1approveBy: checksum"));
    bench.propose(1);
    String checksum =
        bench
            .scenario()
            .fileAt("countersign/m/production", "model-refs/m/production/model-reference.json")
            .replaceAll("(?s).*\"checksum\": \"sha256:([0-9a-f]{12}).*", "$1");

    CommandRun click = bench.json("approve", LINE, "--as", "bob");
    CommandRun early = bench.run("merge", LINE, "--as", "bob");
    CommandRun other = bench.json("approve", LINE, "--as", "bob", "--checksum", "0".repeat(12));
    CommandRun none = bench.json("approve", LINE, "--as", "bob", "--checksum", "abc");
    CommandRun named = bench.json("approve", LINE, "--as", "bob", "--checksum", checksum);

    assertThat(click.data().path("counts").asBoolean()).isFalse();
    assertThat(click.data().path("whyNot").asText()).contains("approveBy: checksum");
    assertThat(early.exitCode()).as(early::toString).isEqualTo(5);
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("has another checksum than \"000000000000\"");
    assertThat(none.err()).contains("--checksum takes 8 to 64 hexadecimal digits");
    assertThat(named.data().path("counts").asBoolean()).isTrue();
    assertThat(bench.run("merge", LINE, "--as", "bob").exitCode()).isZero();
  }

  @Test
  @DisplayName("I7: the local forge has no groups: nobody of one counts, and merge says so")
  void knowsNoGroups() throws IOException {
    bench
        .scenario()
        .configure(yaml -> yaml.replaceFirst("approvers:.*", "approvers: [bob, acme/risk]"));
    bench.propose(1);

    CommandRun refused = bench.run("merge", LINE, "--as", "bob");

    assertThat(refused.exitCode()).as(refused::toString).isEqualTo(5);
    assertThat(refused.err())
        .contains("nobody of \"acme/risk\" counts: the local forge has no groups")
        .contains("these people can approve: bob");
  }

  @Test
  void proposesToGoBack_toAVersionThatThereWas() throws IOException {
    bench.promote(1);
    bench.promote(2);

    CommandRun back = bench.json("rollback", LINE, "--to", "1.0.0", "--reason", "drops calls");
    CommandRun nowhere = bench.json("rollback", LINE, "--to", "9.0.0", "--reason", "x");

    assertThat(back.exitCode()).as(back::toString).isZero();
    assertThat(back.data().path("sequence").asInt()).isEqualTo(3);
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("9.0.0");
    assertThat(bench.run("rollback", LINE, "--to", "one", "--reason", "x").err())
        .contains("usage (exit 2)", "\"one\"");
  }

  @Test
  void takesTheFirstDigitsOfACommit_asTheyAreShown() throws IOException {
    String head = bench.propose(1).data().at("/proposals/0/mergeRequest/head").asText();
    CommandRun other = bench.run("approve", LINE, "--as", "bob", "--head", turned(head));
    assertThat(other.exitCode()).as(other::toString).isEqualTo(6);
    assertThat(other.err()).contains("the head is \"" + head + "\" by now");

    CommandRun approved =
        bench.run("approve", LINE, "--as", "bob", "--head", head.substring(0, 12));
    assertThat(approved.exitCode()).as(approved::toString).isZero();

    String commit = bench.merge();
    CommandRun verified = bench.json("verify", "--commit", commit.substring(0, 10));
    assertThat(verified.exitCode()).as(verified::toString).isZero();
    CommandRun none = bench.run("deploy", "--commit", turned(commit));
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no commit of \"main\" begins with");
    assertThat(bench.run("deploy", "--commit", commit.substring(0, 6)).err())
        .contains("full commit id");
  }

  /** Ten first digits that are of another commit. */
  private static String turned(String commit) {
    return (commit.startsWith("0") ? "1" : "0") + commit.substring(1, 10);
  }
}
