package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.Token;
import java.util.Optional;
import org.eclipse.jgit.transport.ReceiveCommand;

/** Who may do what with Git. */
public interface GitRights {
  /** Whether the token, if there is one, may fetch. */
  boolean mayFetch(Optional<Token> token);

  /** Whether the token may push at all. */
  boolean mayPush(Token token);

  /** Why this reference may not be changed so; empty if it may. */
  Optional<String> refusal(Token token, ReceiveCommand command);
}
