package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.Comment;
import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Version;
import java.util.List;

/** What happens when somebody writes: quick actions are done, people are notified. */
final class GitLabTexts {
  private final FakeForge forge;
  private final QuickActions quickActions;

  GitLabTexts(FakeForge forge, QuickActions quickActions) {
    this.forge = forge;
    this.quickActions = quickActions;
  }

  void describe(FakeMergeRequest request, Person by, String text) {
    String rest = quickActions.execute(request, by, text);
    request.describe(rest);
    forge.notifyMentioned(rest, by, "description of " + request.number());
  }

  void retitle(FakeMergeRequest request, Person by, String title) {
    request.retitle(title);
    forge.notifyMentioned(title, by, "title of " + request.number());
  }

  Comment comment(FakeMergeRequest request, Person by, String text) {
    return forge.comment(request, by, quickActions.execute(request, by, text));
  }

  /** Changes a comment; quick actions in the new text are done too. */
  Comment edit(FakeMergeRequest request, Comment old, String text) {
    String rest = quickActions.execute(request, old.author(), text);
    Comment edited = old.edited(rest, forge.now());
    request.comments(all -> all.stream().map(c -> c.id() == old.id() ? edited : c).toList());
    forge.notifyMentioned(rest, old.author(), "comment on " + request.number());
    return edited;
  }

  /** A push makes the forge say so. */
  void pushed(FakeMergeRequest request, Person by) {
    List<Version> versions = request.versions();
    List<String> before = versions.get(versions.size() - 2).commits();
    long commits = request.newest().commits().stream().filter(id -> !before.contains(id)).count();
    note(request, by, "added %d commit%s".formatted(commits, commits == 1 ? "" : "s"));
  }

  /** The forge's own sentence about what somebody did. */
  void note(FakeMergeRequest request, Person by, String text) {
    request.add(new Comment(forge.nextId(), by, text, true, forge.now(), forge.now()));
    request.touch(forge.now());
  }
}
