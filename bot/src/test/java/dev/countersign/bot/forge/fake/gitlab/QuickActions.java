package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.FakeMergeRequest;
import dev.countersign.bot.forge.fake.MergeMethod;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what lines such as {@code /merge} say, in the name of whoever wrote the text, and takes them
 * out of it; see "GitLab quick actions". A line counts anywhere but in a code block, a multi-line
 * code span, an HTML block or a {@code >>>} quote.
 */
final class QuickActions {
  /** One that was done, or that the writer had no right to. */
  record Executed(long number, String command, String argument, Person by, boolean done) {}

  private static final String NAMES =
      "approve|unapprove|merge|close|reopen|draft|ready|label|labels|relabel|unlabel|assign"
          + "|reassign|unassign|assign_reviewer|reviewer|request_review|title|target_branch|rebase"
          + "|award|react|todo|subscribe|due|estimate|spend|lock|unlock|milestone|cc|copy_metadata"
          + "|submit_review|shrug|tableflip|wip|confidential|duplicate|move|clone|create_merge_request";
  private static final Pattern EXCLUDED_OR_COMMAND =
      Pattern.compile(
          "(?dims)(?<code>^```.+?\\n```$)"
              + "|(?<span>^.*`\\n+.+?\\n+`$)"
              + "|(?<html>^<[^>]+?>\\n.+?\\n</[^>]+?>$)"
              + "|(?<quote>^>>>.+?\\n>>>$)"
              + "|(?:^/(?<cmd>"
              + NAMES
              + ")(?: (?<arg>[^\\n]*))?(?:\\s*\\n|$))");

  private final GitLabProject project;
  private final List<Executed> executed = new ArrayList<>();

  QuickActions(GitLabProject project) {
    this.project = project;
  }

  List<Executed> executed() {
    return List.copyOf(executed);
  }

  /** Executes what a text says, and answers what is left of it. */
  String execute(FakeMergeRequest request, Person by, String text) {
    int before = executed.size();
    StringBuilder rest = new StringBuilder();
    Matcher matcher = EXCLUDED_OR_COMMAND.matcher(text.replace("\r", ""));
    while (matcher.find()) {
      if (matcher.group("cmd") == null) {
        matcher.appendReplacement(rest, Matcher.quoteReplacement(matcher.group()));
      } else {
        matcher.appendReplacement(rest, "");
        String argument = Optional.ofNullable(matcher.group("arg")).orElse("").strip();
        run(request, by, matcher.group("cmd").toLowerCase(Locale.ROOT), argument);
      }
    }
    matcher.appendTail(rest);
    return executed.size() == before ? text : rest.toString().stripTrailing();
  }

  private void run(FakeMergeRequest request, Person by, String command, String argument) {
    Role role = project.forge().people().roleOf(by);
    boolean allowed =
        command.equals("merge")
            ? project.mayMerge(by, request.target())
            : role.includes(Role.REPORTER);
    executed.add(new Executed(request.number(), command, argument, by, allowed));
    if (allowed) {
      apply(request, by, command, argument);
    }
  }

  private void apply(FakeMergeRequest request, Person by, String command, String argument) {
    FakeForge forge = project.forge();
    switch (command) {
      case "merge" -> {
        if (request.open()) {
          forge.landings().merge(request, by, MergeMethod.MERGE, true, "Merge by quick action");
        }
      }
      case "close" -> {
        if (request.open()) {
          forge.mergeRequests().close(request, by);
        }
      }
      case "approve" -> GitLabApprovals.add(forge, request, by);
      case "unapprove" -> GitLabApprovals.remove(forge, request, by);
      case "label", "labels" -> request.labels().addAll(labels(argument));
      case "unlabel" -> request.labels().removeAll(labels(argument));
      case "relabel" -> {
        request.labels().clear();
        request.labels().addAll(labels(argument));
      }
      case "assign", "reassign" -> request.assignees().addAll(people(argument, by));
      case "assign_reviewer", "reviewer", "request_review" ->
          request.reviewers().addAll(people(argument, by));
      case "title" -> request.retitle(argument);
      case "target_branch" -> request.retarget(argument);
      case "draft" -> request.retitle("Draft: " + request.title());
      case "ready" -> request.retitle(request.title().replaceFirst("(?i)^draft: *", ""));
      default -> {
        // The rest changes nothing that this forge shows.
      }
    }
  }

  private static List<String> labels(String argument) {
    return Pattern.compile("~\"([^\"]+)\"|~(\\S+)")
        .matcher(argument)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .toList();
  }

  private List<Person> people(String argument, Person by) {
    List<Person> found = new ArrayList<>();
    for (String word : argument.split("\\s+", -1)) {
      String login = word.startsWith("@") ? word.substring(1) : word;
      project.forge().people().find(login.equals("me") ? by.login() : login).ifPresent(found::add);
    }
    return found;
  }
}
