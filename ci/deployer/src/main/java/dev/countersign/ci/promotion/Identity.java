package dev.countersign.ci.promotion;

import java.util.Optional;

/**
 * A person or bot of a forge.
 *
 * @param id the forge's number; logins can be renamed, numbers not
 */
public record Identity(String login, Optional<Long> id) {
  /** Whether both are one person: by number where both have one, else by login in any case. */
  public boolean isSameAs(Identity other) {
    if (id.isPresent() && other.id.isPresent()) {
      return id.equals(other.id);
    }
    return login.equalsIgnoreCase(other.login);
  }

  @Override
  public String toString() {
    return login;
  }
}
