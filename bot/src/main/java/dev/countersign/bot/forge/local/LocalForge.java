package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.BranchContent;
import dev.countersign.bot.forge.Conversation;
import dev.countersign.bot.forge.Forge;
import dev.countersign.bot.forge.ListedRequest;
import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.MergeRequestDraft;
import dev.countersign.bot.forge.RequestListing;
import dev.countersign.bot.forge.git.AssetBranch;
import dev.countersign.bot.forge.git.StoredPicture;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The forge that needs nothing but the repository. Looks at the branches on every call: a push by
 * somebody else shows as a new head, a merge by hand as merged. Not thread-safe, like the
 * repository it is made on.
 */
public final class LocalForge implements Forge, RequestListing {
  private static final int MAX_TITLE = 255;

  /** Where the page serves pictures. */
  private static final String ASSETS = "/assets/";

  private final GitRepository repository;
  private final LocalForgeSettings settings;
  private final LocalMergeRequests requests;

  public LocalForge(GitRepository repository, LocalForgeSettings settings) {
    this.repository = repository;
    this.settings = settings;
    this.requests = new LocalMergeRequests(repository, settings);
  }

  @Override
  public List<MergeRequest> of(String sourceBranch) {
    return requests.look().requests().stream()
        .filter(request -> request.source().equals(sourceBranch))
        .map(request -> request.asMergeRequest(settings))
        .toList();
  }

  /** Every merge request with its events, newest first. */
  public List<LocalMergeRequest> all() {
    return requests.look().requests();
  }

  /**
   * One merge request with its events.
   *
   * @throws CountersignException {@code NOT_FOUND}
   */
  public LocalMergeRequest get(long number) {
    return requests.get(number);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CountersignException {@code NOT_FOUND} if a branch does not exist, {@code CONFLICT} if
   *     the target contains the source already, {@code INPUT_INVALID} for a title that forges do
   *     not take
   */
  @Override
  public MergeRequest open(MergeRequestDraft draft) {
    checkTitle(draft.title());
    LocalMergeRequest request =
        requests.open(
            look -> look.openFrom(draft.source()), look -> opening(draft, look), draft.body());
    return update(request.number(), draft);
  }

  @Override
  public MergeRequest update(long number, MergeRequestDraft draft) {
    checkTitle(draft.title());
    return requests
        .change(number, (request, refs) -> edit(request, draft))
        .asMergeRequest(settings);
  }

  @Override
  public Conversation conversation(long number) {
    return requests.get(number).conversation();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Its own page shows the whole review, so documents have no place.
   *
   * @throws CountersignException {@code INPUT_INVALID} if one is not a PNG
   */
  @Override
  public List<String> attach(List<Attachment> attachments) {
    Iterator<StoredPicture> stored =
        new AssetBranch(repository)
            .store(attachments.stream().filter(Attachment::isPicture).toList(), bot())
            .iterator();
    return attachments.stream()
        .map(each -> each.isPicture() ? ASSETS + stored.next().path() : "")
        .toList();
  }

  @Override
  public List<MergeRequest> bringing(CommitId merged) {
    return requests.look().requests().stream()
        .filter(request -> request.mergeCommit().filter(merged::equals).isPresent())
        .map(request -> request.asMergeRequest(settings))
        .toList();
  }

  @Override
  public List<ListedRequest> openOrChangedSince(Instant time) {
    return requests.look().requests().stream()
        .map(request -> request.asListed(settings))
        .filter(
            listed ->
                listed.request().state() == MergeRequest.State.OPEN
                    || !listed.changedAt().isBefore(time))
        .toList();
  }

  private List<LocalEvent> opening(MergeRequestDraft draft, LocalMergeRequests.Look look) {
    CommitId head = branch(look, draft.source());
    CommitId target = branch(look, draft.target());
    if (BranchContent.contains(repository, target, head)) {
      throw new CountersignException(
          ErrorCode.CONFLICT,
          "branch \"%s\" brings nothing that \"%s\" does not have"
              .formatted(draft.source(), draft.target()));
    }
    Instant now = settings.clock().instant();
    return List.of(
        new LocalEvent.Opened(now, Login.check(settings.bot()), draft.source(), Heading.of(draft)),
        new LocalEvent.HeadChanged(now, head));
  }

  private LocalMergeRequests.Change edit(LocalMergeRequest request, MergeRequestDraft draft) {
    if (!draft.source().equals(request.source())) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "merge request %d comes from branch \"%s\", not from \"%s\""
              .formatted(request.number(), request.source(), draft.source()));
    }
    if (request.text().equals(draft)) {
      return LocalMergeRequests.Change.NONE;
    }
    LocalEvent edited =
        new LocalEvent.Edited(
            settings.clock().instant(), Login.check(settings.bot()), Heading.of(draft));
    return new LocalMergeRequests.Change(List.of(edited), Optional.of(draft.body()), List.of());
  }

  private Person bot() {
    return Login.person(Login.check(settings.bot()), settings.clock().instant());
  }

  private static CommitId branch(LocalMergeRequests.Look look, String name) {
    return look.branch(name)
        .orElseThrow(
            () ->
                new CountersignException(
                    ErrorCode.NOT_FOUND, "there is no branch \"" + name + "\""));
  }

  private static void checkTitle(String title) {
    if (title.isBlank() || title.length() > MAX_TITLE || title.indexOf('\n') >= 0) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "\"%s\" is not a title; use one line of 1 to %d characters".formatted(title, MAX_TITLE));
    }
  }
}
