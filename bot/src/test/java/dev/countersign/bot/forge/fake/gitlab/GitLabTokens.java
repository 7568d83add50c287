package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.People;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import dev.countersign.bot.forge.fake.Token;
import dev.countersign.bot.forge.fake.Token.Kind;
import java.util.Optional;
import java.util.Set;

/** The accounts and tokens that a new fake GitLab has. */
final class GitLabTokens {
  static final String BOT_LOGIN = "project_4711_bot_1f0e2d";
  static final String BOT = "glpat-canary-bot-9k2n4x7q1m5v8s3w";
  static final String READER = "glpat-canary-reader-5t8r2e6y1u4i7o0p";
  static final String DEPLOY = "glpat-canary-deploy-3f6g9h2j5k8l1z4x";
  static final String GIT_ONLY = "gldt-canary-git-7c1v4b8n2m5q9w3e";
  static final String JOB = "glcbt-canary-job-2r5t8y1u4i7o3p6a";

  private GitLabTokens() {}

  static void issue(People people) {
    Person bot = people.addBot(BOT_LOGIN, Role.DEVELOPER);
    people.rename(BOT_LOGIN, "countersign");
    Person deployer = people.addBot("project_4711_bot_9a8b7c", Role.REPORTER);
    people.add("reader", Role.REPORTER);
    people.add("alice", Role.MAINTAINER);
    people.add("bob", Role.MAINTAINER);
    people.add("carol", Role.MAINTAINER);
    people.add("dave", Role.DEVELOPER);
    people.add("guest", Role.GUEST);
    people.add("outsider", Role.NONE);
    add(people, BOT, bot, Kind.PROJECT, "api", "write_repository");
    add(people, READER, people.get("reader"), Kind.PERSONAL, "read_api", "read_repository");
    add(people, DEPLOY, deployer, Kind.PROJECT, "read_api", "read_repository");
    add(
        people,
        GIT_ONLY,
        new Person(0, "gitlab+deploy-token-1", "deploy", true),
        Kind.DEPLOY,
        "read_repository");
    add(people, JOB, people.get("dave"), Kind.JOB);
    people.members().stream()
        .filter(person -> !person.bot())
        .forEach(person -> add(people, personal(person.login()), person, Kind.PERSONAL, "api"));
    add(people, personal("outsider"), people.get("outsider"), Kind.PERSONAL, "api");
  }

  static String personal(String login) {
    return "glpat-canary-person-" + login;
  }

  private static void add(People people, String value, Person owner, Kind kind, String... scopes) {
    people.issue(new Token(value, owner, kind, Set.of(scopes), Optional.empty()));
  }
}
