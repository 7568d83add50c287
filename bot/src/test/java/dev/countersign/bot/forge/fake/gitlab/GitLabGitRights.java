package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import dev.countersign.bot.forge.fake.http.GitRights;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.ReceiveCommand;

/** Who may fetch and push with which token. */
final class GitLabGitRights implements GitRights {
  private final GitLabProject project;

  GitLabGitRights(GitLabProject project) {
    this.project = project;
  }

  @Override
  public boolean mayFetch(Optional<Token> token) {
    if (token.isEmpty()) {
      return project.settings().isPublic();
    }
    Token known = token.get();
    if (known.kind() == Kind.DEPLOY) {
      return known.has("read_repository");
    }
    boolean scope = known.has("api", "read_repository", "write_repository");
    return (scope || known.kind() == Kind.JOB) && role(known).includes(Role.REPORTER);
  }

  @Override
  public boolean mayPush(Token token) {
    return token.has("api", "write_repository") && role(token).includes(Role.DEVELOPER);
  }

  @Override
  public Optional<String> refusal(Token token, ReceiveCommand command) {
    String ref = command.getRefName();
    if (!ref.startsWith(Constants.R_HEADS) && !ref.startsWith(Constants.R_TAGS)) {
      return Optional.of("deny updating a hidden ref");
    }
    String branch = ref.replaceFirst("^refs/(heads|tags)/", "");
    if (!ref.startsWith(Constants.R_HEADS) || !project.isProtected(branch)) {
      return Optional.empty();
    }
    if (!project.mayPush(token.owner(), branch)) {
      return Optional.of(
          "GitLab: You are not allowed to push code to protected branches on this project.");
    }
    return switch (command.getType()) {
      case UPDATE_NONFASTFORWARD ->
          Optional.of(
              "GitLab: You are not allowed to force push code to a protected branch on this"
                  + " project.");
      case DELETE -> Optional.of("GitLab: The default branch of a project cannot be deleted.");
      default -> Optional.empty();
    };
  }

  private Role role(Token token) {
    return project.forge().people().roleOf(token.owner());
  }
}
