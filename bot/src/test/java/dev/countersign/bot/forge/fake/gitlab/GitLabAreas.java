package dev.countersign.bot.forge.fake.gitlab;

import dev.countersign.bot.forge.fake.http.Api;

/** All areas of the API, wired. */
final class GitLabAreas {
  private final GitLabProject project;
  private final GitLabUsers users;
  private final QuickActions quickActions;
  private final GitLabTexts texts;
  private final GitLabLabels labels;
  private final GitLabRepository repository;
  private final MergeRequestJson json;
  private final GitLabMergeRequestWriting writing;

  GitLabAreas(GitLabProject project) {
    this.project = project;
    this.users = new GitLabUsers(project);
    this.quickActions = new QuickActions(project);
    this.texts = new GitLabTexts(project.forge(), quickActions);
    this.labels = new GitLabLabels(project);
    this.repository = new GitLabRepository(project);
    this.json = new MergeRequestJson(project, users);
    this.writing = new GitLabMergeRequestWriting(project, texts, labels, json);
  }

  QuickActions quickActions() {
    return quickActions;
  }

  GitLabTexts texts() {
    return texts;
  }

  GitLabMergeRequestWriting writing() {
    return writing;
  }

  void on(Api api) {
    new GitLabServerInfo(project).on(api);
    new GitLabProjects(project).on(api);
    users.on(api);
    labels.on(api);
    repository.on(api);
    new GitLabMergeRequests(project, repository, json).on(api);
    writing.on(api);
    new GitLabApprovals(project, users).on(api);
    new GitLabEvents(project, users).on(api);
    new GitLabNotes(project, users, texts).on(api);
    new GitLabStatuses(project, users).on(api);
    new GitLabDeployments(project, users).on(api);
    new GitLabUploads(project).on(api);
  }
}
