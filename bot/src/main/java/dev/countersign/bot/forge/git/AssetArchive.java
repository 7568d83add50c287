package dev.countersign.bot.forge.git;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The branch of pictures of earlier months, one orphan history each, as {@code
 * refs/countersign/assets/2026-11}. A month that has gone is put away whole, so links by commit go
 * on; forgetting it is deleting one ref.
 */
public final class AssetArchive {
  private static final String PREFIX = "refs/countersign/assets/";

  private final GitRepository repository;

  public AssetArchive(GitRepository repository) {
    this.repository = repository;
  }

  /** Puts the branch away if its newest picture is of an earlier month; the next starts afresh. */
  public void closeMonth(Instant now) {
    Optional<CommitId> tip =
        Optional.ofNullable(repository.fetch(List.of(AssetBranch.REF)).get(AssetBranch.REF));
    tip.filter(at -> month(time(at)).isBefore(month(now)))
        .ifPresent(
            at ->
                Contention.moved(
                    repository.push(
                        List.of(
                            new RefUpdate(
                                PREFIX + month(time(at)), Optional.empty(), Optional.of(at)),
                            new RefUpdate(AssetBranch.REF, Optional.of(at), Optional.empty())))));
  }

  /** Where a picture of an earlier month is. */
  public Optional<StoredPicture> find(Attachment attachment) {
    String path = AssetBranch.path(attachment);
    byte[] bytes = attachment.bytes(AssetBranch.FORM);
    return months().values().stream()
        .filter(tip -> AssetBranch.holds(repository, tip, path, bytes))
        .findFirst()
        .map(tip -> AssetBranch.stored(repository, path, tip));
  }

  /** Whether a month ended before a time. */
  public boolean hasOlderThan(Instant before) {
    return months().values().stream().anyMatch(tip -> time(tip).isBefore(before));
  }

  /**
   * Forgets the months that ended before a time.
   *
   * @param isShown whether a picture of a commit is still shown somewhere; its month is kept
   */
  public void forget(Instant before, Predicate<CommitId> isShown) {
    List<RefUpdate> gone =
        months().entrySet().stream()
            .filter(month -> time(month.getValue()).isBefore(before))
            .filter(month -> commits(month.getValue()).stream().noneMatch(isShown))
            .map(
                month ->
                    new RefUpdate(month.getKey(), Optional.of(month.getValue()), Optional.empty()))
            .toList();
    if (!gone.isEmpty()) {
      Contention.moved(repository.push(gone));
    }
  }

  private Map<String, CommitId> months() {
    return new TreeMap<>(repository.fetch(List.of(PREFIX + "*"))).descendingMap();
  }

  private Set<CommitId> commits(CommitId tip) {
    return repository
        .log(new LogQuery(tip, Optional.empty(), Optional.empty(), true, Integer.MAX_VALUE))
        .stream()
        .map(GitCommit::id)
        .collect(Collectors.toSet());
  }

  private Instant time(CommitId commit) {
    return repository
        .log(new LogQuery(commit, Optional.empty(), Optional.empty(), true, 1))
        .get(0)
        .committer()
        .when();
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
