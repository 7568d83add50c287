package dev.countersign.ci.promotion;

import java.util.Optional;

/**
 * A person or bot of a forge.
 *
 * @param id the forge's number; logins can be renamed, numbers not
 */
public record Identity(String login, Optional<Long> id) {
  @Override
  public String toString() {
    return login;
  }
}
