package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.fake.FakeMergeRequest.Landing;
import dev.countersign.bot.forge.fake.git.FakeRepository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merge requests that were made ready one on top of another, under refs of the forge's own, and are
 * merged once they were tested. GitHub calls it a merge queue, GitLab a merge train.
 */
public final class MergeQueue {
  private final FakeForge forge;
  private final Person by;
  private final Rules rules;
  private final Map<FakeMergeRequest, Landing> ready = new LinkedHashMap<>();
  private final Map<FakeMergeRequest, String> refs = new LinkedHashMap<>();

  /**
   * How a forge does it.
   *
   * @param keepMergeCommit whether a squashed branch gets a merge commit too, as on GitLab
   * @param asTested whether the commits that were tested are those that are merged; GitLab makes
   *     merge commits anew
   */
  public record Rules(MergeMethod method, boolean keepMergeCommit, boolean asTested, Ref ref) {}

  /** Names the ref of a merge request on top of a commit. */
  @FunctionalInterface
  public interface Ref {
    String of(FakeMergeRequest request, String base);
  }

  MergeQueue(FakeForge forge, Person by, Rules rules, List<FakeMergeRequest> requests) {
    this.forge = forge;
    this.by = by;
    this.rules = rules;
    for (FakeMergeRequest request : requests) {
      String base = last().orElseGet(() -> repository().tip(request.target()).orElseThrow());
      Landing landing = prepared(request, base);
      String ref = rules.ref().of(request, base);
      repository().move(ref, landing.commit());
      ready.put(request, landing);
      refs.put(request, ref);
    }
  }

  /** The refs that are tested, in the order of the queue. */
  public List<String> refs() {
    return List.copyOf(refs.values());
  }

  /** Merges all; answers what the target pointed at after each. */
  public List<String> land() {
    List<String> merged =
        ready.entrySet().stream().map(entry -> land(entry.getKey(), entry.getValue())).toList();
    refs.values().forEach(repository()::delete);
    return merged;
  }

  private String land(FakeMergeRequest request, Landing tested) {
    Landing landing =
        rules.asTested()
            ? tested
            : prepared(request, repository().tip(request.target()).orElseThrow());
    forge.landings().land(request, by, landing);
    return landing.commit();
  }

  private Landing prepared(FakeMergeRequest request, String base) {
    forge.pass();
    return forge
        .landings()
        .prepare(
            request,
            base,
            by,
            rules.method(),
            rules.keepMergeCommit(),
            "Merge %s (#%d)\n".formatted(request.title(), request.number()))
        .orElseThrow();
  }

  private Optional<String> last() {
    return ready.values().stream().reduce((one, later) -> later).map(Landing::commit);
  }

  private FakeRepository repository() {
    return forge.repository();
  }
}
