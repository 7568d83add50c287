package dev.countersign.bot.forge.fake.github;

import dev.countersign.bot.forge.fake.http.Api;

/** All areas of the API, wired. */
final class GitHubAreas {
  private final GitHubRepo repo;
  private final GitHubUsers users;
  private final GitHubRepository repository;
  private final GitHubLabels labels;
  private final PullJson json;
  private final GitHubPullWriting writing;

  GitHubAreas(GitHubRepo repo) {
    this.repo = repo;
    this.users = new GitHubUsers(repo);
    this.repository = new GitHubRepository(repo, users);
    this.labels = new GitHubLabels(repo);
    this.json = new PullJson(repo, users, repository, labels);
    this.writing = new GitHubPullWriting(repo, json);
  }

  GitHubPullWriting writing() {
    return writing;
  }

  void on(Api api) {
    GitHubCommits commits = new GitHubCommits(repo, users);
    repository.on(api);
    users.on(api);
    repo.rulesets().on(api);
    labels.on(api);
    new GitHubPulls(repo, commits, json).on(api);
    writing.on(api);
    new GitHubReviews(repo, users, json).on(api);
    new GitHubIssues(repo, users, labels, writing, json).on(api);
    new GitHubEvents(repo, users).on(api);
    new GitHubComments(repo, users, json).on(api);
    commits.on(api);
    new GitHubRefs(repo).on(api);
    new GitHubObjects(repo, commits).on(api);
    new GitHubActivity(repo, users).on(api);
    new GitHubStatuses(repo, users, repository).on(api);
    new GitHubDeployments(repo, users).on(api);
    new GitHubApp(repo, users).on(api);
  }
}
