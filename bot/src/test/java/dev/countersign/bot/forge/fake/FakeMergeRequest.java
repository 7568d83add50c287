package dev.countersign.bot.forge.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One merge request with all that happened to it. Guarded by the forge's lock. */
public final class FakeMergeRequest {
  /** Whether it can still be merged. */
  public enum State {
    OPEN,
    CLOSED,
    MERGED
  }

  /** Who ended it, and when. */
  public record Ending(Person by, Instant at) {}

  /**
   * How it was merged.
   *
   * @param commit what the target points at since
   * @param squash the one commit that the branch was squashed to
   * @param landed all new commits of the target, newest first
   */
  public record Landing(
      MergeMethod method, String commit, Optional<String> squash, List<String> landed) {}

  private final long number;
  private final String source;
  private final Person author;
  private final Instant created;
  private final List<Version> versions = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Review> reviews = new ArrayList<>();
  private final List<Happening> history = new ArrayList<>();
  private final Set<String> labels = new LinkedHashSet<>();
  private final Set<Person> assignees = new LinkedHashSet<>();
  private final Set<Person> reviewers = new LinkedHashSet<>();
  private String target;
  private String title = "";
  private String body = "";
  private boolean draft;
  private State state = State.OPEN;
  private Instant updated;
  private Optional<Ending> ending = Optional.empty();
  private Optional<Landing> landing = Optional.empty();

  FakeMergeRequest(long number, String source, String target, Person author, Instant created) {
    this.number = number;
    this.source = source;
    this.target = target;
    this.author = author;
    this.created = created;
    this.updated = created;
  }

  public long number() {
    return number;
  }

  /** An identifier that is unique on the whole server, unlike the number. */
  public long globalId() {
    return 70_000 + number;
  }

  public String source() {
    return source;
  }

  public String target() {
    return target;
  }

  public Person author() {
    return author;
  }

  public Instant created() {
    return created;
  }

  public Instant updated() {
    return updated;
  }

  public String title() {
    return title;
  }

  public String body() {
    return body;
  }

  public boolean draft() {
    return draft;
  }

  public State state() {
    return state;
  }

  public boolean open() {
    return state == State.OPEN;
  }

  public Optional<Ending> ending() {
    return ending;
  }

  public Optional<Landing> landing() {
    return landing;
  }

  /** Oldest first; never empty. */
  public List<Version> versions() {
    return Collections.unmodifiableList(versions);
  }

  /** What it proposes now, or proposed last. */
  public Version newest() {
    return versions.get(versions.size() - 1);
  }

  public String head() {
    return newest().head();
  }

  public List<Comment> comments() {
    return Collections.unmodifiableList(comments);
  }

  public List<Review> reviews() {
    return Collections.unmodifiableList(reviews);
  }

  public List<Happening> history() {
    return Collections.unmodifiableList(history);
  }

  /** To read and to change. */
  public Set<String> labels() {
    return labels;
  }

  /** To read and to change. */
  public Set<Person> assignees() {
    return assignees;
  }

  /** To read and to change. */
  public Set<Person> reviewers() {
    return reviewers;
  }

  public void retitle(String text) {
    title = text;
  }

  public void describe(String text) {
    body = text;
  }

  public void retarget(String branch) {
    target = branch;
  }

  public void draft(boolean yes) {
    draft = yes;
  }

  /** Notes that something was changed. */
  public void touch(Instant at) {
    updated = at;
  }

  public void add(Version version) {
    versions.add(version);
  }

  public void add(Comment comment) {
    comments.add(comment);
  }

  public void add(Review review) {
    reviews.add(review);
  }

  public void add(Happening happening) {
    history.add(happening);
  }

  /** Changes some reviews. */
  public void reviews(UnaryOperator<List<Review>> change) {
    List<Review> changed = List.copyOf(change.apply(List.copyOf(reviews)));
    reviews.clear();
    reviews.addAll(changed);
  }

  /** Changes the comments. */
  public void comments(UnaryOperator<List<Comment>> change) {
    List<Comment> changed = List.copyOf(change.apply(List.copyOf(comments)));
    comments.clear();
    comments.addAll(changed);
  }

  void close(Ending by) {
    state = State.CLOSED;
    ending = Optional.of(by);
  }

  void reopen() {
    state = State.OPEN;
    ending = Optional.empty();
  }

  void merge(Ending by, Landing how) {
    state = State.MERGED;
    ending = Optional.of(by);
    landing = Optional.of(how);
  }
}
