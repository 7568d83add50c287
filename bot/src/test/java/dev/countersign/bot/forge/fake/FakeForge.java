package dev.countersign.bot.forge.fake;

import dev.countersign.bot.forge.fake.git.FakeRepository;
import dev.countersign.bot.forge.fake.git.Merging;
import dev.countersign.bot.forge.fake.git.Pushing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;

/** What a forge remembers of one project, whatever API it speaks. One caller at a time. */
public final class FakeForge implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final AtomicLong ids = new AtomicLong(5_000);
  private final ControlledClock clock = new ControlledClock();
  private final People people = new People();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Mention> references = new ArrayList<>();
  private final List<CommitStatusEntry> statuses = new ArrayList<>();
  private final Person system = new Person(1, "ghost", "Ghost User", false);
  private final FakeRepository repository;
  private final String headRefPattern;
  private final MergeRequests mergeRequests;
  private BiConsumer<FakeMergeRequest, Person> whenPushed = (request, pusher) -> {};
  private final Landings landings;

  /**
   * @param headRefPattern where the forge keeps the heads of merge requests, with {@code %d}
   */
  public FakeForge(Path bareRepository, String headRefPattern) {
    this.repository = new FakeRepository(bareRepository);
    this.headRefPattern = headRefPattern;
    this.mergeRequests = new MergeRequests(this, repository);
    this.landings = new Landings(this, repository);
  }

  /** Does something while nobody else can. */
  public <T> T oneAtATime(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Does something in a person's name: takes a second, and sees all pushes. */
  public <T> T personally(Supplier<T> work) {
    return oneAtATime(
        () -> {
          pass();
          mergeRequests.refresh();
          return work.get();
        });
  }

  public ControlledClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Lets a second pass. */
  public void pass() {
    clock.advance(Duration.ofSeconds(1));
  }

  public long nextId() {
    return ids.incrementAndGet();
  }

  public People people() {
    return people;
  }

  /** In whose name the forge does what nobody did. */
  public Person system() {
    return system;
  }

  public FakeRepository repository() {
    return repository;
  }

  public MergeRequests mergeRequests() {
    return mergeRequests;
  }

  public Landings landings() {
    return landings;
  }

  /** Who was mentioned so far. */
  public List<Mention> mentions() {
    return List.copyOf(mentions);
  }

  /** Which issues and merge requests texts referred to, with the closing keyword before it. */
  public List<Mention> references() {
    return List.copyOf(references);
  }

  /** Oldest first; to read and to change. */
  public List<CommitStatusEntry> statuses() {
    return statuses;
  }

  String headRef(long number) {
    return headRefPattern.formatted(number);
  }

  /** Reads a text as the forge does when it was written: notifies whom it mentions. */
  public void notifyMentioned(String markdown, Person by, String where) {
    Mentions.in(markdown).forEach(name -> mentions.add(new Mention(name, by, where)));
    Mentions.references(markdown).forEach(name -> references.add(new Mention(name, by, where)));
  }

  /** What else happens when the branch of an open merge request was pushed to. */
  public void whenPushed(BiConsumer<FakeMergeRequest, Person> consequence) {
    whenPushed = consequence;
  }

  void pushed(FakeMergeRequest request, Person pusher) {
    String before = request.versions().get(request.versions().size() - 2).head();
    boolean forward = repository.contains(request.head(), before);
    happened(request, forward ? "pushed" : "head_ref_force_pushed", pusher, request.head());
    whenPushed.accept(request, pusher);
  }

  /** Adds to a merge request's history. */
  public void happened(FakeMergeRequest request, String kind, Person by, String detail) {
    request.add(new Happening(nextId(), kind, by, detail, now()));
    request.touch(now());
  }

  /** Adds a comment, and notifies whom it mentions. */
  public Comment comment(FakeMergeRequest request, Person by, String body) {
    Comment comment = new Comment(nextId(), by, body, false, now(), now());
    request.add(comment);
    request.touch(now());
    notifyMentioned(body, by, "comment on " + request.number());
    return comment;
  }

  /** Commits files on parents and points a branch there, as a person with a Git client does. */
  public String push(String login, String branch, List<String> parents, Map<String, String> files) {
    return personally(
        () -> {
          Person by = people.find(login).orElse(system);
          String commit =
              new Pushing(repository)
                  .commit(
                      parents,
                      files,
                      ident(by),
                      "Change " + String.join(", ", files.keySet()) + "\n");
          repository.move(Constants.R_HEADS + branch, commit);
          mergeRequests.refresh(by);
          return commit;
        });
  }

  /** Queues merge requests, one on top of another, and leaves them there to be tested. */
  public MergeQueue queue(String login, MergeQueue.Rules rules, long... numbers) {
    return personally(
        () ->
            new MergeQueue(
                this,
                people.get(login),
                rules,
                Arrays.stream(numbers)
                    .mapToObj(number -> mergeRequests.find(number).orElseThrow())
                    .toList()));
  }

  /** Merges the target into the source branch, by the forge's button. */
  public String updateBranch(long number, String login) {
    return personally(
        () -> {
          FakeMergeRequest request = mergeRequests.find(number).orElseThrow();
          String base = repository.tip(request.target()).orElseThrow();
          String merged =
              new Merging(repository)
                  .merge(request.head(), base, ident(people.get(login)), "Merge the base\n")
                  .orElseThrow();
          return moved(request, login, merged);
        });
  }

  /** Makes the source branch's commits anew on the target, by the forge's button: unsigned. */
  public String rebase(long number, String login) {
    return personally(
        () -> {
          FakeMergeRequest request = mergeRequests.find(number).orElseThrow();
          String target = repository.tip(request.target()).orElseThrow();
          List<String> commits = request.newest().commits();
          String rebased =
              new Merging(repository)
                  .rebase(target, commits, ident(people.get(login)))
                  .orElseThrow()
                  .get(0);
          return moved(request, login, rebased);
        });
  }

  private String moved(FakeMergeRequest request, String login, String head) {
    repository.move(Constants.R_HEADS + request.source(), head);
    mergeRequests.refresh(people.get(login));
    return head;
  }

  private PersonIdent ident(Person by) {
    return new PersonIdent(by.name(), by.email(), now(), ZoneOffset.UTC);
  }

  /** Deletes a branch, as a person does. */
  public void deleteBranch(String login, String branch) {
    personally(
        () -> {
          repository.delete(Constants.R_HEADS + branch);
          mergeRequests.refresh(people.find(login).orElse(system));
          return branch;
        });
  }

  @Override
  public void close() {
    repository.close();
  }
}
