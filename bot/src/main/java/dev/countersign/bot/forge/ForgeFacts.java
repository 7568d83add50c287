package dev.countersign.bot.forge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a forge says about itself, the bot's token and the project. Empty is: the forge does not
 * say, or not to this token.
 *
 * @param server its name and version, such as {@code GitLab 17.5.1}
 * @param serverTime its clock when it was asked
 * @param people by login; a login that the forge does not know is left out
 */
public record ForgeFacts(
    String server,
    Instant serverTime,
    Token token,
    Rights rights,
    Branch branch,
    Map<String, Person> people) {
  /**
   * The bot's token.
   *
   * @param kind such as {@code project access token}
   * @param login whom it acts as
   */
  public record Token(String kind, String login, List<String> scopes, Optional<Instant> expiresAt) {
    public Token {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * What the token may do in the project.
   *
   * @param pushBranches push branches that are not protected
   * @param pushProtected push to the protected branch itself, without a merge request
   * @param openMergeRequests open and change them
   * @param startsPipelines whether a CI pipeline starts on what this token pushes
   */
  public record Rights(
      Optional<Boolean> pushBranches,
      Optional<Boolean> pushProtected,
      Optional<Boolean> openMergeRequests,
      Optional<Boolean> startsPipelines) {}

  /**
   * The branch that merge requests go to.
   *
   * @param isProtected against pushes without a merge request
   * @param requiredApprovals by the forge's own rules
   */
  public record Branch(
      boolean exists,
      boolean isDefault,
      Optional<Boolean> isProtected,
      Optional<Integer> requiredApprovals) {}

  /** A person; the right to write is empty where the token may not see it. */
  public record Person(Optional<Boolean> mayWrite) {}

  public ForgeFacts {
    people = Map.copyOf(people);
  }
}
