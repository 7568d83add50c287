package dev.countersign.bot.forge.github;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.bot.forge.git.AssetArchive;
import dev.countersign.bot.forge.git.AssetBranch;
import dev.countersign.bot.forge.git.StoredPicture;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.value.CommitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures for merge requests, in the repository itself, because GitHub has no upload for them:
 * linked by commit, so that whoever may read the repository sees them and nobody else. Months that
 * ended long ago are forgotten, but for those that an open merge request shows.
 */
final class LinkedPictures {
  private static final Duration KEPT = Duration.ofDays(90);

  private final GitRepository git;
  private final AssetArchive archive;
  private final PullRequests pulls;
  private final GitHubSettings settings;
  private final Clock clock;

  LinkedPictures(GitRepository git, PullRequests pulls, GitHubSettings settings, Clock clock) {
    this.git = git;
    this.archive = new AssetArchive(git);
    this.pulls = pulls;
    this.settings = settings;
    this.clock = clock;
  }

  /** How a merge request's body links to each picture, in order; stores what is not there. */
  List<String> links(List<Attachment> attachments) {
    if (attachments.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    archive.closeMonth(now);
    Map<Attachment, StoredPicture> stored = new LinkedHashMap<>();
    attachments.forEach(one -> archive.find(one).ifPresent(found -> stored.put(one, found)));
    List<Attachment> missing =
        attachments.stream().filter(one -> !stored.containsKey(one)).toList();
    List<StoredPicture> added = new AssetBranch(git).store(missing, author(now));
    for (int i = 0; i < missing.size(); i++) {
      stored.put(missing.get(i), added.get(i));
    }
    forgetOld(now);
    return attachments.stream()
        .flatMap(one -> Optional.ofNullable(stored.get(one)).stream())
        .map(this::link)
        .toList();
  }

  private void forgetOld(Instant now) {
    Instant before = now.minus(KEPT);
    if (archive.hasOlderThan(before)) {
      Set<CommitId> shown = pulls.commitsShownByOpenOnes();
      archive.forget(before, shown::contains);
    }
  }

  private String link(StoredPicture picture) {
    String page =
        "%s/blob/%s/%s".formatted(settings.page(), picture.commit().hex(), picture.path());
    return picture.path().endsWith(".png") ? page + "?raw=true" : page;
  }

  private Person author(Instant now) {
    String login = settings.botLogin().orElse("countersign");
    return new Person(login, "countersign@users.noreply.github.com", now);
  }
}
