package dev.countersign.bot.forge.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Who has an account, which role each has in the project, and the tokens they made. */
public final class People {
  private final Map<String, Person> byLogin = new LinkedHashMap<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Map<String, Set<String>> groupReaders = new LinkedHashMap<>();

  /** Makes an account, or gives the one that exists another role. */
  public synchronized Person add(String login, Role role) {
    return add(login, role, false);
  }

  /** Makes an account that the forge marks as a bot. */
  public synchronized Person addBot(String login, Role role) {
    return add(login, role, true);
  }

  private Person add(String login, Role role, boolean bot) {
    Person person =
        byLogin.computeIfAbsent(
            key(login), k -> new Person(101 + byLogin.size(), login, nameOf(login), bot));
    roles.put(key(login), role);
    return person;
  }

  /** Gives somebody another name to be shown. */
  public synchronized void rename(String login, String name) {
    Person old = get(login);
    byLogin.put(key(login), new Person(old.id(), old.login(), name, old.bot()));
  }

  /** Somebody with an account. */
  public synchronized Optional<Person> find(String login) {
    return Optional.ofNullable(byLogin.get(key(login)));
  }

  /** Somebody with an account. */
  public synchronized Optional<Person> find(long id) {
    return byLogin.values().stream().filter(person -> person.id() == id).findFirst();
  }

  /** Somebody who must have an account. */
  public Person get(String login) {
    return find(login).orElseThrow(() -> new NoSuchElementException("no account " + login));
  }

  /** What somebody may do in the project. */
  public synchronized Role roleOf(Person person) {
    return roles.getOrDefault(key(person.login()), Role.NONE);
  }

  /** Everybody with a role in the project, in the order they came. */
  public synchronized List<Person> members() {
    return byLogin.values().stream().filter(person -> roleOf(person) != Role.NONE).toList();
  }

  /** Puts people into a group, as its only members; those without an account get one. */
  public synchronized void group(String path, String... logins) {
    for (String login : logins) {
      if (find(login).isEmpty()) {
        add(login, Role.DEVELOPER);
      }
    }
    groups.put(key(path), List.of(logins));
  }

  /** Lets somebody see a group that they are not in. */
  public synchronized void showGroup(String path, String login) {
    groupReaders.computeIfAbsent(key(path), missing -> new HashSet<>()).add(key(login));
  }

  /** The members of a group; empty if there is none, or if this person may not see it. */
  public synchronized Optional<List<Person>> group(String path, Person seenBy) {
    String login = key(seenBy.login());
    return Optional.ofNullable(groups.get(key(path)))
        .filter(
            members ->
                members.stream().map(People::key).anyMatch(login::equals)
                    || groupReaders.getOrDefault(key(path), Set.of()).contains(login))
        .map(members -> members.stream().map(this::get).toList());
  }

  /** Makes a token for an account, or for the bot user that comes with it. */
  public synchronized Token issue(Token token) {
    tokens.put(token.value(), token);
    return token;
  }

  /** Makes a token worthless. */
  public synchronized void revoke(String value) {
    tokens.remove(value);
  }

  /** Whose token this is. */
  public synchronized Optional<Token> token(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  /** Every token's value; for tests that look for leaks. */
  public synchronized Collection<String> secrets() {
    return new ArrayList<>(tokens.keySet());
  }

  private static String key(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  private static String nameOf(String login) {
    return login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
  }
}
