package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.http.GitRights;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.ReceiveCommand;

/** Who may fetch and push with which token. */
final class GitHubGitRights implements GitRights {
  private final GitHubRepo repo;

  GitHubGitRights(GitHubRepo repo) {
    this.repo = repo;
  }

  @Override
  public boolean mayFetch(Optional<Token> token) {
    return repo.settings().isPublic()
        || token
            .filter(known -> allows(known, "contents:read") && role(known) != Role.NONE)
            .isPresent();
  }

  @Override
  public boolean mayPush(Token token) {
    return allows(token, "contents:write") && role(token).includes(Role.DEVELOPER);
  }

  private static boolean allows(Token token, String permission) {
    return token.has("repo", permission)
        || (permission.endsWith(":read") && token.has("contents:write"));
  }

  @Override
  public Optional<String> refusal(Token token, ReceiveCommand command) {
    String ref = command.getRefName();
    if (ref.startsWith("refs/pull/")) {
      return Optional.of("deny updating a hidden ref");
    }
    if (!ref.startsWith(Constants.R_HEADS)) {
      return Optional.empty();
    }
    String branch = ref.substring(Constants.R_HEADS.length());
    if (!repo.isProtected(branch)) {
      return Optional.empty();
    }
    boolean fastForward = command.getType() == ReceiveCommand.Type.UPDATE;
    return fastForward && repo.mayPush(token.owner(), branch)
        ? Optional.empty()
        : Optional.of("protected branch hook declined");
  }

  private Role role(Token token) {
    return repo.forge().people().roleOf(token.owner());
  }
}
