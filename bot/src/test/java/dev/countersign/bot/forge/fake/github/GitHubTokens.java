package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.People;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The accounts and tokens that a new fake GitHub has. */
final class GitHubTokens {
  static final String BOT_LOGIN = "countersign-bot";
  static final String APP_LOGIN = "countersign[bot]";
  static final String ACTIONS_LOGIN = "github-actions[bot]";
  static final String BOT = "github_pat_canary_bot_9k2n4x7q1m5v8s3w";
  static final String READER = "github_pat_canary_reader_5t8r2e6y1u4i7o0p";
  static final String DEPLOY = "github_pat_canary_deploy_3f6g9h2j5k8l1z4x";
  static final String TEAMS = "github_pat_canary_teams_6w3e9r2t5y8u1i4o";
  static final String ACTIONS = "ghs_canary_actions_2r5t8y1u4i7o3p6a";
  static final long APP_ID = 31337;
  static final long INSTALLATION_ID = 424242;

  private static final String[] WRITE = {
    "metadata:read",
    "contents:write",
    "pull_requests:write",
    "issues:write",
    "statuses:write",
    "deployments:write"
  };

  private GitHubTokens() {}

  static void issue(People people) {
    Person bot = people.add(BOT_LOGIN, Role.DEVELOPER);
    people.addBot(APP_LOGIN, Role.DEVELOPER);
    Person actions = people.addBot(ACTIONS_LOGIN, Role.DEVELOPER);
    Person reader = people.add("reader", Role.GUEST);
    Person deployer = people.add("deployer", Role.DEVELOPER);
    people.add("alice", Role.MAINTAINER);
    people.add("bob", Role.MAINTAINER);
    people.add("carol", Role.MAINTAINER);
    people.add("dave", Role.DEVELOPER);
    people.add("admin", Role.OWNER);
    people.add("outsider", Role.NONE);
    add(people, BOT, bot, Kind.PROJECT, WRITE);
    add(
        people,
        READER,
        reader,
        Kind.PROJECT,
        "metadata:read",
        "contents:read",
        "pull_requests:read");
    add(
        people,
        DEPLOY,
        deployer,
        Kind.PROJECT,
        "metadata:read",
        "contents:read",
        "pull_requests:read",
        "issues:read",
        "deployments:write");
    String[] teams = Arrays.copyOf(WRITE, WRITE.length + 1);
    teams[WRITE.length] = "members:read";
    add(people, TEAMS, bot, Kind.PROJECT, teams);
    add(people, ACTIONS, actions, Kind.JOB, WRITE);
    for (String login :
        new String[] {"alice", "bob", "carol", "dave", "admin", "outsider", "reader"}) {
      add(people, personal(login), people.get(login), Kind.PERSONAL, "repo");
    }
  }

  static String personal(String login) {
    return "ghp_canary_person_" + login;
  }

  /** A new token of the app's installation, good for an hour. */
  static Token installation(People people, long id, Instant now) {
    return people.issue(
        new Token(
            "ghs_canary_installation_" + id,
            people.get(APP_LOGIN),
            Kind.INSTALLATION,
            Set.of(WRITE),
            Optional.of(now.plusSeconds(3600))));
  }

  private static void add(People people, String value, Person owner, Kind kind, String... scopes) {
    people.issue(new Token(value, owner, kind, Set.of(scopes), Optional.empty()));
  }
}
