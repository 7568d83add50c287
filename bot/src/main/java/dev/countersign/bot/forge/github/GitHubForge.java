package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.Attachment;
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
import dev.countersign.bot.transport.Secret;
import dev.countersign.bot.transport.TransportSettings;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository on GitHub. Brings the heads of the merge requests that it returns into the
 * repository it was opened with. Remembers what it read, so open one per command. Not thread-safe.
 *
 * <p>{@link #of} asks who ended a merge request for all that were closed, but of those merged only
 * for the newest of the branch, so that a long history costs nothing.
 */
public final class GitHubForge implements Forge, ForgeSignals, ForgeGroups, RequestListing {
  private final GitHubSettings settings;
  private final Parts parts;

  private GitHubForge(GitHubSettings settings, Parts parts) {
    this.settings = settings;
    this.parts = parts;
  }

  /**
   * Makes the adapter; calls nothing yet.
   *
   * @param git of the same repository
   * @throws CountersignException {@code CONFIGURATION_INVALID} if the CA file or the app's key
   *     cannot be read
   */
  public static GitHubForge open(
      GitHubSettings settings, GitRepository git, TransportSettings transport, Pacing pacing) {
    return new GitHubForge(
        settings, Parts.of(git, new GitHubConnection(settings, transport, pacing), pacing));
  }

  /**
   * The token with which Git gets into the repository beside the login {@code x-access-token}. An
   * app's is asked for; it lasts an hour.
   *
   * @throws dev.countersign.modelrefs.error.CountersignException {@code ACCESS_DENIED}, {@code
   *     REMOTE_UNAVAILABLE}
   */
  public static Secret gitToken(
      GitHubSettings settings, TransportSettings transport, Pacing pacing) {
    return new GitHubConnection(settings, transport, pacing).token();
  }

  @Override
  public List<MergeRequest> of(String sourceBranch) {
    List<PullRequest> found = parts.pulls().of(sourceBranch);
    parts
        .heads()
        .fetch(
            found.stream()
                .filter(pull -> pull.mergeCommit().isEmpty())
                .map(PullRequest::number)
                .toList());
    List<MergeRequest> requests = new ArrayList<>();
    for (PullRequest pull : found) {
      boolean older = !requests.isEmpty();
      requests.add(
          older && pull.mergeCommit().isPresent()
              ? shown(pull, Endings.unasked(pull))
              : shown(pull));
    }
    return requests;
  }

  /**
   * {@inheritDoc}
   *
   * @throws CountersignException {@code NOT_FOUND} if a branch does not exist, {@code CONFLICT} if
   *     the target contains the source already
   */
  @Override
  public MergeRequest open(MergeRequestDraft draft) {
    Optional<PullRequest> open = parts.pulls().openOf(draft.source());
    if (open.isPresent()) {
      PullRequest updated = brought(open.get(), draft);
      if (updated.open()) {
        return shown(updated);
      }
    }
    return shown(brought(parts.pulls().open(draft), draft));
  }

  @Override
  public MergeRequest update(long number, MergeRequestDraft draft) {
    return shown(brought(parts.pulls().get(number), draft));
  }

  @Override
  public Conversation conversation(long number) {
    return parts.conversations().read(number);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CountersignException {@code INPUT_INVALID} if one is not a PNG
   */
  @Override
  public List<String> attach(List<Attachment> attachments) {
    return parts.pictures().links(attachments);
  }

  @Override
  public List<MergeRequest> bringing(CommitId merged) {
    List<PullRequest> found =
        parts.pulls().with(merged).stream()
            .filter(pull -> pull.mergeCommit().isPresent())
            .filter(pull -> pull.text().target().equals(settings.protectedBranch()))
            .toList();
    parts.heads().fetch(found.stream().map(PullRequest::number).toList());
    return found.stream().map(this::shown).toList();
  }

  @Override
  public List<ListedRequest> openOrChangedSince(Instant time) {
    return parts.pulls().openOrChangedSince(time).stream()
        .map(
            dated ->
                new ListedRequest(
                    shown(dated.pull(), Endings.unasked(dated.pull())),
                    dated.opened(),
                    dated.changed()))
        .toList();
  }

  @Override
  public List<String> askForReview(long number, List<String> logins) {
    return parts.reviewRequests().ask(number, logins);
  }

  @Override
  public void report(CommitId commit, List<CommitStatus> statuses) {
    parts.statuses().report(commit, statuses);
  }

  @Override
  public void comment(long number, String topic, String markdown) {
    parts.comments().say(number, topic, markdown);
  }

  /** {@inheritDoc} Skipped, with a warning in the log, where GitHub does not let the bot do it. */
  @Override
  public void resetApprovals(long number) {
    parts.reviews().dismissOutdated(parts.pulls().get(number));
  }

  @Override
  public void deployed(ForgeDeployment deployment) {
    parts.deployments().record(deployment);
  }

  @Override
  public GroupMembers members(String group) {
    return parts.teams().members(group);
  }

  private PullRequest brought(PullRequest pull, MergeRequestDraft draft) {
    return parts.draftState().apply(parts.pulls().edit(pull, draft), draft.labels(), draft.draft());
  }

  private MergeRequest shown(PullRequest pull) {
    return shown(pull, parts.endings().of(pull));
  }

  private static MergeRequest shown(PullRequest pull, Optional<MergeRequest.Ending> ending) {
    PullRequest.Text text = pull.text();
    MergeRequestDraft draft =
        new MergeRequestDraft(
            text.source(),
            text.target(),
            text.title(),
            text.body(),
            pull.labels().stream().filter(label -> !label.equals(PullRequest.BLOCKED)).toList(),
            pull.blocked());
    return new MergeRequest(
        pull.number(),
        pull.url(),
        draft,
        state(pull),
        pull.head(),
        pull.author(),
        ending,
        pull.mergeCommit());
  }

  private static MergeRequest.State state(PullRequest pull) {
    if (pull.open()) {
      return MergeRequest.State.OPEN;
    }
    return pull.mergeCommit().isPresent() ? MergeRequest.State.MERGED : MergeRequest.State.CLOSED;
  }

  /** What the methods are made of. */
  private record Parts(
      PullRequests pulls,
      Endings endings,
      DraftState draftState,
      MergeRequestHeads heads,
      ConversationReader conversations,
      Reviews reviews,
      ReviewRequests reviewRequests,
      CommitStatuses statuses,
      TopicComment comments,
      Deployments deployments,
      LinkedPictures pictures,
      Teams teams) {
    static Parts of(GitRepository git, GitHubConnection gitHub, Pacing pacing) {
      BotLogin bot = new BotLogin(gitHub);
      PullRequests pulls = new PullRequests(gitHub);
      Reviews reviews = new Reviews(gitHub);
      CommitStatuses statuses = new CommitStatuses(gitHub);
      MergeRequestHeads heads = new MergeRequestHeads(git, "refs/pull/%d/head");
      return new Parts(
          pulls,
          new Endings(gitHub, bot),
          new DraftState(gitHub, pulls, statuses),
          heads,
          new ConversationReader(gitHub, pulls, reviews, new HeadActivity(gitHub), heads),
          reviews,
          new ReviewRequests(gitHub, pulls, reviews),
          statuses,
          new TopicComment(gitHub, bot),
          new Deployments(gitHub),
          new LinkedPictures(git, pulls, gitHub.settings(), pacing.clock()),
          new Teams(gitHub));
    }
  }
}
