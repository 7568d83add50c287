package dev.countersign.ci.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.ci.promotion.ApprovalPolicy;
import dev.countersign.ci.promotion.LauncherRule;
import dev.countersign.ci.target.Releases;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.BlobId;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.Signature;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MergeChecksTest {
  private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAB";
  private static final String REFERENCE = Releases.LINE.referencePath();
  private static final BlobId ONE = new BlobId("1".repeat(40));
  private static final BlobId TWO = new BlobId("2".repeat(40));

  @Test
  @DisplayName("I7: every content commit must carry a bot key's signature")
  void acceptsWhatTheBotSigned_andNamesWhatItDidNot() {
    assertThat(MergeChecks.signed(List.of(commit('a', KEY)), policy(KEY + " bot@example")))
        .isEqualTo(new Check.Passed(CheckName.SIGNED, "every content commit is signed by the bot"));
    assertThat(
            MergeChecks.signed(
                List.of(commit('a', KEY), commit('b', "ssh-ed25519 OTHER"), commit('c', "")),
                policy(KEY)))
        .isEqualTo(
            new Check.Failed(
                CheckName.SIGNED,
                ErrorCode.SIGNATURE_REFUSED,
                "not signed by a key of the bot: commit \"bbbbbbbbbb\" by \"mallory\","
                    + " \"cccccccccc\" by \"mallory\""));
  }

  @Test
  @DisplayName("I7: without a key of the bot nothing is signed by it")
  void acceptsNothing_withoutKeysOrContent() {
    assertThat(MergeChecks.signed(List.of(commit('a', KEY)), policy()))
        .isInstanceOf(Check.Failed.class);
    assertThat(MergeChecks.signed(List.of(), policy(KEY)))
        .isEqualTo(
            new Check.Failed(
                CheckName.SIGNED,
                ErrorCode.SIGNATURE_REFUSED,
                "the merge request brings no content"));
  }

  @Test
  @DisplayName("I2: only the line's reference may be changed, at the head and by the merge")
  void refusesEveryOtherPath() {
    assertThat(MergeChecks.paths(Releases.LINE, Set.of(REFERENCE), Set.of(REFERENCE)))
        .isInstanceOf(Check.Passed.class);
    assertThat(
            MergeChecks.paths(
                Releases.LINE, Set.of(REFERENCE, "src/train.py"), Set.of(REFERENCE, "Makefile")))
        .isEqualTo(
            new Check.Failed(
                CheckName.PATHS,
                ErrorCode.MERGED_DIFFERS,
                "unexpected paths: \"Makefile\", \"src/train.py\""));
  }

  @Test
  @DisplayName("I2: what is merged is byte for byte what was at the head")
  void comparesPathsAndBlobs() {
    Map<String, Optional<BlobId>> head = Map.of(REFERENCE, Optional.of(ONE));

    assertThat(MergeChecks.content(head, head)).isInstanceOf(Check.Passed.class);
    for (Map<String, Optional<BlobId>> merged :
        List.<Map<String, Optional<BlobId>>>of(
            Map.of(REFERENCE, Optional.of(TWO)), Map.of(REFERENCE, Optional.empty()), Map.of())) {
      assertThat(MergeChecks.content(head, merged))
          .isEqualTo(
              new Check.Failed(
                  CheckName.CONTENT,
                  ErrorCode.MERGED_DIFFERS,
                  "merged otherwise than at the merge request's head: \"" + REFERENCE + "\""));
    }
  }

  private static GitCommit commit(char digit, String key) {
    Person mallory = new Person("mallory", "mallory@example.com", Instant.EPOCH);
    return new GitCommit(
        new CommitId(String.valueOf(digit).repeat(40)),
        List.of(),
        mallory,
        mallory,
        "",
        List.of(),
        Optional.of(key).filter(text -> !text.isEmpty()).map(Signature::new));
  }

  private static ApprovalPolicy policy(String... keys) {
    return new ApprovalPolicy(1, List.of("bob"), List.of(keys), LauncherRule.ANY);
  }
}
