package dev.countersign.modelrefs.run;

import java.util.Optional;

/**
 * Who launched a training.
 *
 * @param forge the forge the identity belongs to: {@code gitlab}, {@code github}, {@code local}
 * @param id the forge's number of the person; empty where it has none
 * @param attested whether the CI's or engine's own identity says so, not the run's text
 */
public record Launcher(String forge, Optional<Long> id, String login, boolean attested) {
  /** Who somebody says they are, where no forge can be asked. */
  public static Launcher selfAsserted(String login) {
    return new Launcher("local", Optional.empty(), login, false);
  }

  /** Whether both are one person: of one forge, by number where both have one, else by login. */
  public boolean isSameAs(Launcher other) {
    if (!forge.equals(other.forge)) {
      return false;
    }
    boolean numbered = id.isPresent() && other.id.isPresent();
    return numbered ? id.equals(other.id) : login.equalsIgnoreCase(other.login);
  }

  /** The same person, attested or not. */
  public Launcher attested(boolean now) {
    return new Launcher(forge, id, login, now);
  }
}
