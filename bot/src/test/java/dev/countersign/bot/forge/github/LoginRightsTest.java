package dev.countersign.bot.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.bot.forge.fake.http.Json;
import dev.countersign.bot.forge.inspection.ForgeRight;
import dev.countersign.bot.forge.inspection.Permission.State;
import dev.countersign.bot.transport.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginRightsTest {
  @ParameterizedTest
  @CsvSource({
    "github_pat_x, FINE_GRAINED",
    "ghp_x, CLASSIC",
    "gho_x, OAUTH",
    "ghs_x, INSTALLATION",
    "ghu_x, USER_OF_APP",
    "0123456789abcdef, UNKNOWN"
  })
  void knowsAKindByItsPrefix(String token, CredentialKind expected) {
    assertThat(CredentialKind.of(new GitHubCredential.Token(new Secret(token))))
        .isEqualTo(expected);
    assertThat(CredentialKind.of(new GitHubCredential.App("1", new Secret("key"))))
        .isEqualTo(CredentialKind.APP);
  }

  @ParameterizedTest(name = "private: {0}, scopes {1}: {2}")
  @CsvSource({
    "true, repo, GRANTED",
    "true, public_repo, DENIED",
    "false, public_repo, GRANTED",
    "false, gist, DENIED"
  })
  void goesByTheScopesOfAClassicToken(boolean isPrivate, String scope, State expected) {
    LoginRights rights =
        new LoginRights(
            CredentialKind.CLASSIC,
            repository(true).put("private", isPrivate),
            Optional.of(List.of(scope)),
            Optional.empty(),
            false);

    assertThat(rights.all().get(ForgeRight.PUSH).state()).isEqualTo(expected);
    assertThat(rights.all().get(ForgeRight.STATUSES).state()).isEqualTo(expected);
  }

  @Test
  void doesNotTakeTheAccountsRoleForTheTokensPermission() {
    LoginRights writer = of(CredentialKind.FINE_GRAINED, repository(true));
    LoginRights reader = of(CredentialKind.FINE_GRAINED, repository(false));

    assertThat(writer.all().get(ForgeRight.MERGE_REQUESTS).state()).isEqualTo(State.UNTOLD);
    assertThat(writer.all()).as("Git tells").doesNotContainKey(ForgeRight.PUSH);
    assertThat(reader.all().get(ForgeRight.PUSH).because()).contains("no write access");
    assertThat(reader.all().get(ForgeRight.MERGE_REQUESTS).isDenied()).isTrue();
  }

  @Test
  void goesByThePermissionsOfAnInstallation() {
    JsonNode installation =
        Json.object()
            .put(
                "permissions",
                Json.object().put("contents", "write").put("statuses", "read").node())
            .node();
    LoginRights rights =
        new LoginRights(
            CredentialKind.APP,
            repository(false),
            Optional.empty(),
            Optional.of(installation),
            false);

    assertThat(rights.all().get(ForgeRight.PUSH).isGranted()).isTrue();
    assertThat(rights.all().get(ForgeRight.STATUSES).because()).contains("\"statuses: read\"");
    assertThat(rights.all().get(ForgeRight.MERGE_REQUESTS).because())
        .contains("\"pull_requests: none\"");
    assertThat(rights.all().get(ForgeRight.PIPELINES).isGranted()).isTrue();
  }

  @Test
  void knowsWhatAWorkflowsTokenStarts() {
    LoginRights rights =
        new LoginRights(
            CredentialKind.INSTALLATION,
            repository(false),
            Optional.empty(),
            Optional.empty(),
            true);

    assertThat(rights.all().get(ForgeRight.PIPELINES).isDenied()).isTrue();
    assertThat(rights.all().get(ForgeRight.MERGE_REQUESTS).state()).isEqualTo(State.UNTOLD);
  }

  @Test
  void anArchivedRepositoryTakesNothing() {
    LoginRights rights = of(CredentialKind.FINE_GRAINED, repository(true).put("archived", true));

    assertThat(rights.all().get(ForgeRight.PUSH).because()).contains("archived");
  }

  private static LoginRights of(CredentialKind kind, JsonNode repository) {
    return new LoginRights(kind, repository, Optional.empty(), Optional.empty(), false);
  }

  private static ObjectNode repository(boolean push) {
    return Json.object()
        .put("private", true)
        .put("archived", false)
        .put("permissions", Json.object().put("push", push).put("pull", true).node())
        .node();
  }
}
