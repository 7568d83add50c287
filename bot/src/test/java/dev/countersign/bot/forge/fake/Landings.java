package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.fake.FakeMergeRequest.Ending;
import dev.countersign.bot.forge.fake.FakeMergeRequest.Landing;
import dev.countersign.bot.forge.fake.git.FakeRepository;
import dev.countersign.bot.forge.fake.git.Merging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;

/** Brings merge requests to their target, with real commits. */
public final class Landings {
  private final FakeForge forge;
  private final FakeRepository repository;
  private final Merging merging;

  Landings(FakeForge forge, FakeRepository repository) {
    this.forge = forge;
    this.repository = repository;
    this.merging = new Merging(repository);
  }

  /** Whether it could be merged without a conflict. */
  public boolean possible(FakeMergeRequest request) {
    return repository
        .tip(request.target())
        .map(target -> merging.possible(target, request.head()))
        .orElse(false);
  }

  /**
   * Merges.
   *
   * @param keepMergeCommit whether a squashed branch gets a merge commit too, as on GitLab
   * @return what the target points at since; empty on a conflict
   */
  public Optional<String> merge(
      FakeMergeRequest request,
      Person by,
      MergeMethod method,
      boolean keepMergeCommit,
      String message) {
    String target = repository.tip(request.target()).orElseThrow();
    Optional<Landing> landing = prepare(request, target, by, method, keepMergeCommit, message);
    landing.ifPresent(how -> land(request, by, how));
    return landing.map(Landing::commit);
  }

  /** Moves the target to the head itself, which must be ahead of it. */
  public String fastForward(FakeMergeRequest request, Person by) {
    Landing landing =
        new Landing(
            MergeMethod.REBASE, request.head(), Optional.empty(), request.newest().commits());
    land(request, by, landing);
    return landing.commit();
  }

  /** Makes the commits that would be merged into a target; moves no branch. */
  Optional<Landing> prepare(
      FakeMergeRequest request,
      String target,
      Person by,
      MergeMethod method,
      boolean keepMergeCommit,
      String message) {
    return switch (method) {
      case MERGE -> merged(request, target, by, message);
      case SQUASH -> squashed(request, target, by, keepMergeCommit, message);
      case REBASE -> rebased(request, target, by);
    };
  }

  static void byPush(FakeMergeRequest request, Ending ending, String target) {
    List<String> landed = new ArrayList<>(request.newest().commits());
    if (!landed.contains(target)) {
      landed.add(0, target);
    }
    request.merge(ending, new Landing(MergeMethod.MERGE, target, Optional.empty(), landed));
  }

  void land(FakeMergeRequest request, Person by, Landing how) {
    repository.move(Constants.R_HEADS + request.target(), how.commit());
    request.merge(new Ending(by, forge.now()), how);
    forge.happened(request, "merged", by, how.commit());
    forge.happened(request, "closed", by, how.commit());
  }

  private Optional<Landing> merged(
      FakeMergeRequest request, String target, Person by, String message) {
    return merging
        .merge(target, request.head(), ident(by), message)
        .map(
            commit -> {
              List<String> landed = new ArrayList<>(request.newest().commits());
              landed.add(0, commit);
              return new Landing(MergeMethod.MERGE, commit, Optional.empty(), landed);
            });
  }

  private Optional<Landing> squashed(
      FakeMergeRequest request, String target, Person by, boolean keepMerge, String message) {
    String base = keepMerge ? request.newest().base() : target;
    Optional<String> squash = merging.squash(base, request.head(), ident(by), message);
    if (!keepMerge) {
      return squash.map(
          one -> new Landing(MergeMethod.SQUASH, one, Optional.of(one), List.of(one)));
    }
    return squash.flatMap(
        one ->
            merging
                .merge(target, one, ident(by), message)
                .map(
                    merge ->
                        new Landing(
                            MergeMethod.SQUASH, merge, Optional.of(one), List.of(merge, one))));
  }

  private Optional<Landing> rebased(FakeMergeRequest request, String target, Person by) {
    return merging
        .rebase(target, request.newest().commits(), ident(by))
        .filter(commits -> !commits.isEmpty())
        .map(commits -> new Landing(MergeMethod.REBASE, commits.get(0), Optional.empty(), commits));
  }

  private PersonIdent ident(Person by) {
    return new PersonIdent(by.name(), by.email(), forge.now(), java.time.ZoneOffset.UTC);
  }
}
