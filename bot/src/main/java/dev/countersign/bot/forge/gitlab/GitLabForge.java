package dev.countersign.bot.forge.gitlab;

import static java.util.Comparator.reverseOrder;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.BranchContent;
import dev.countersign.bot.forge.CommitStatus;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ForgeDeployment;
import dev.countersign.bot.forge.ForgeGroups;
import dev.countersign.bot.forge.ForgeSignals;
import dev.countersign.bot.forge.GroupMembers;
import dev.countersign.bot.forge.ListedRequest;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.bot.forge.git.MergeRequestHeads;
import dev.countersign.bot.transport.Pacing;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gitlab4j.api.models.MergeRequestParams;

/**
 * A project on GitLab. Brings the heads of the merge requests that it returns into the repository
 * it was opened with. Remembers what it read, so open one per command. Not thread-safe.
 */
public final class GitLabForge implements Forge, ForgeSignals, ForgeGroups, RequestListing {
  private static final String HEADS = "refs/heads/";
  private static final int CONFLICT = 409;
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
  private static final Set<Integer> HIDDEN = Set.of(403, 404);

  private final GitRepository git;
  private final GitLabSettings settings;
  private final MergeRequestCalls calls;
  private final ProjectCalls project;
  private final Parts parts;

  private GitLabForge(GitRepository git, GitLabConnection gitlab) {
    this.git = git;
    this.settings = gitlab.settings();
    this.calls = new MergeRequestCalls(gitlab);
    this.project = new ProjectCalls(gitlab);
    this.parts = Parts.of(git, settings, calls, project);
  }

  /**
   * Makes the adapter; calls nothing yet.
   *
   * @param git of the same project
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the CA file cannot be read
   */
  public static GitLabForge open(
      GitLabSettings settings, GitRepository git, TransportSettings transport, Pacing pacing) {
    return new GitLabForge(git, new GitLabConnection(settings, transport, pacing));
  }

  @Override
  public List<MergeRequest> of(String sourceBranch) {
    List<org.gitlab4j.api.models.MergeRequest> found = parts.known().list(sourceBranch);
    parts
        .heads()
        .fetch(
            found.stream()
                .filter(request -> !"merged".equals(request.getState()))
                .map(org.gitlab4j.api.models.MergeRequest::getIid)
                .toList());
    return found.stream().map(this::shown).toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws CountersignException {@code NOT_FOUND} if a branch does not exist, {@code CONFLICT} if
   *     the target contains the source already, {@code INPUT_INVALID} for a title that GitLab does
   *     not keep
   */
  @Override
  public MergeRequest open(MergeRequestDraft draft) {
    Map<String, CommitId> tips = git.fetch(List.of(HEADS + draft.source(), HEADS + draft.target()));
    CommitId head = tip(tips, draft.source());
    Optional<MergeRequest> open =
        parts
            .known()
            .open(draft.source())
            .map(known -> update(known, draft))
            .filter(updated -> updated.state() == MergeRequest.State.OPEN);
    return withHead(head, open.orElseGet(() -> create(draft, head, tip(tips, draft.target()))));
  }

  @Override
  public MergeRequest update(long number, MergeRequestDraft draft) {
    return update(parts.known().get(number), draft);
  }

  @Override
  public Conversation conversation(long number) {
    return parts.conversations().read(number, parts.known()::get);
  }

  /**
   * {@inheritDoc}
   *
   * <p>What a merge request that was listed before shows already is not uploaded again.
   *
   * @throws CountersignException {@code INPUT_INVALID} if one is not a PNG
   */
  @Override
  public List<String> attach(List<Attachment> attachments) {
    return parts.pictures().links(attachments);
  }

  @Override
  public List<MergeRequest> bringing(CommitId merged) {
    List<org.gitlab4j.api.models.MergeRequest> found =
        calls.with(merged).stream()
            .filter(request -> "merged".equals(request.getState()))
            .filter(request -> settings.protectedBranch().equals(request.getTargetBranch()))
            .toList();
    parts.heads().fetch(found.stream().map(request -> request.getIid()).toList());
    return found.stream().map(parts.known()::remember).map(this::shown).toList();
  }

  @Override
  public List<ListedRequest> openOrChangedSince(Instant time) {
    Map<Long, org.gitlab4j.api.models.MergeRequest> found = new TreeMap<>(reverseOrder());
    calls.open().forEach(request -> found.put(request.getIid(), request));
    calls.changedSince(time).forEach(request -> found.put(request.getIid(), request));
    return found.values().stream().map(parts.known()::remember).map(this::listed).toList();
  }

  private ListedRequest listed(org.gitlab4j.api.models.MergeRequest request) {
    return new ListedRequest(
        parts.mapping().map(request),
        request.getCreatedAt().toInstant(),
        request.getUpdatedAt().toInstant());
  }

  @Override
  public List<String> askForReview(long number, List<String> logins) {
    return parts.reviews().ask(number, logins, parts.known()::get);
  }

  @Override
  public void report(CommitId commit, List<CommitStatus> statuses) {
    parts.statuses().report(commit, statuses);
  }

  @Override
  public void comment(long number, String topic, String markdown) {
    parts.comments().say(number, topic, markdown);
  }

  /** {@inheritDoc} Skipped where GitLab does not let this token or this plan do it. */
  @Override
  public void resetApprovals(long number) {
    if (calls.approvals(number).path("approved_by").isEmpty()) {
      return;
    }
    try {
      calls.resetApprovals(number);
    } catch (CountersignException e) {
      if (!REFUSALS.contains(GitLabConnection.status(e))) {
        throw e;
      }
    }
  }

  @Override
  public void deployed(ForgeDeployment deployment) {
    parts.deployments().record(deployment);
  }

  /** {@inheritDoc} Inherited members are members; GitLab hides a group that a token may not see. */
  @Override
  public GroupMembers members(String group) {
    try {
      return new GroupMembers.Known(project.membersOf(group));
    } catch (CountersignException e) {
      if (!HIDDEN.contains(GitLabConnection.status(e))) {
        throw e;
      }
      return new GroupMembers.Unreadable(
          "GitLab does not tell who is in group \"%s\" (HTTP %d); the token needs the scope \"read_api\" or \"api\", and its user must be a member of that group, or of the project in it"
              .formatted(group, GitLabConnection.status(e)));
    }
  }

  private MergeRequest update(org.gitlab4j.api.models.MergeRequest shown, MergeRequestDraft draft) {
    Optional<MergeRequestParams> changes = RequestEditing.difference(shown, draft);
    return shown(
        changes
            .map(change -> parts.known().remember(calls.update(shown.getIid(), change)))
            .orElse(shown));
  }

  /** GitLab opens merge requests that bring nothing, too. */
  private MergeRequest create(MergeRequestDraft draft, CommitId head, CommitId target) {
    MergeRequestParams creation = RequestEditing.creation(draft);
    if (BranchContent.contains(git, target, head)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "branch \"%s\" brings nothing that \"%s\" does not have"
              .formatted(draft.source(), draft.target()));
    }
    try {
      org.gitlab4j.api.models.MergeRequest opened =
          calls.create(creation, () -> relisted(draft.source()));
      return update(parts.known().remember(opened), draft);
    } catch (CountersignException e) {
      if (GitLabConnection.status(e) != CONFLICT) {
        throw e;
      }
      return update(relisted(draft.source()).orElseThrow(() -> e), draft);
    }
  }

  /** GitLab notices a push some time after it; the branch has moved already. */
  private static MergeRequest withHead(CommitId head, MergeRequest request) {
    return new MergeRequest(
        request.number(),
        request.url(),
        request.text(),
        request.state(),
        head,
        request.author(),
        request.ended(),
        request.mergeCommit());
  }

  private Optional<org.gitlab4j.api.models.MergeRequest> relisted(String branch) {
    parts.known().list(branch);
    return parts.known().open(branch);
  }

  private static CommitId tip(Map<String, CommitId> tips, String branch) {
    return Optional.ofNullable(tips.get(HEADS + branch))
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND, "there is no branch \"" + branch + "\""));
  }

  private MergeRequest shown(org.gitlab4j.api.models.MergeRequest from) {
    MergeRequest request = parts.mapping().map(from);
    if (parts.bot().test(request.author())) {
      parts.pictures().remember(request.text().body());
    }
    return request;
  }

  /** What the methods are made of. */
  private record Parts(
      BotIdentity bot,
      RequestMapping mapping,
      KnownRequests known,
      MergeRequestHeads heads,
      ConversationReader conversations,
      UploadedPictures pictures,
      ReviewRequests reviews,
      StatusReports statuses,
      TopicComment comments,
      DeploymentEntries deployments) {
    static Parts of(
        GitRepository git, GitLabSettings settings, MergeRequestCalls calls, ProjectCalls project) {
      BotIdentity bot = new BotIdentity(settings.botLogin(), project::whoAmI);
      MergeRequestHeads heads = new MergeRequestHeads(git, "refs/merge-requests/%d/head");
      return new Parts(
          bot,
          new RequestMapping(bot),
          new KnownRequests(calls),
          heads,
          new ConversationReader(calls, project, heads),
          new UploadedPictures(project),
          new ReviewRequests(calls, project),
          new StatusReports(project),
          new TopicComment(calls, bot),
          new DeploymentEntries(project));
    }
  }
}
