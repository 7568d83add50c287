package dev.countersign.bot.forge.git;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitCommit;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.LogQuery;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures and documents on the orphan branch {@code countersign/assets}, as {@code
 * sha256/<digest>/<file name>}: equal files are one, a name never gets other bytes, so storing
 * again changes nothing and links stay as they are.
 */
public final class AssetBranch {
  static final Attachment.Form FORM = Attachment.Form.MARKDOWN;
  static final String REF = "refs/heads/countersign/assets";

  private final GitRepository repository;

  public AssetBranch(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * Stores what is missing, in one commit.
   *
   * @return where each picture is, in order
   * @throws CountersignException {@code INPUT_INVALID} if one is not a PNG
   */
  public List<StoredPicture> store(List<Attachment> attachments, Person author) {
    if (attachments.isEmpty()) {
      return List.of();
    }
    Map<String, Optional<byte[]>> pictures = new LinkedHashMap<>();
    attachments.stream()
        .flatMap(one -> Stream.concat(Stream.of(one), one.pictures().stream()))
        .forEach(one -> pictures.put(path(one), Optional.of(one.bytes(FORM))));
    CommitId tip =
        Contention.untilWon(() -> tryStore(pictures, author), "branch \"countersign/assets\"");
    return attachments.stream().map(one -> stored(repository, path(one), tip)).toList();
  }

  /**
   * Reads a picture.
   *
   * @param path as it was stored
   * @return empty if there is none, or if its bytes are not what its name says
   */
  public Optional<byte[]> read(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length != 3 || !parts[0].equals("sha256")) {
      return Optional.empty();
    }
    return tip()
        .flatMap(tip -> repository.read(tip, path))
        .filter(bytes -> Attachment.isPng(bytes) && Digest.of(bytes).hex().equals(parts[1]));
  }

  /**
   * Where a picture belongs.
   *
   * @throws CountersignException {@code INPUT_INVALID} if it is not a PNG
   */
  static String path(Attachment attachment) {
    return attachment.folder(FORM) + "/" + attachment.fileName(FORM);
  }

  /** A picture by the commit that brought it. */
  static StoredPicture stored(GitRepository repository, String path, CommitId tip) {
    List<GitCommit> brought =
        repository.log(new LogQuery(tip, Optional.empty(), Optional.of(path), true, 1));
    return new StoredPicture(path, brought.isEmpty() ? tip : brought.get(0).id());
  }

  private Optional<CommitId> tip() {
    return Optional.ofNullable(repository.fetch(List.of(REF)).get(REF));
  }

  /**
   * Whether a commit holds a file. A path alone proves nothing: whoever may push to the branch may
   * put other bytes there.
   */
  static boolean holds(GitRepository repository, CommitId at, String path, byte[] bytes) {
    return repository.read(at, path).filter(there -> Arrays.equals(there, bytes)).isPresent();
  }

  private Optional<CommitId> tryStore(Map<String, Optional<byte[]>> pictures, Person author) {
    Optional<CommitId> tip = tip();
    Map<String, Optional<byte[]>> missing = new LinkedHashMap<>(pictures);
    tip.ifPresent(
        at ->
            missing
                .entrySet()
                .removeIf(
                    file -> holds(repository, at, file.getKey(), file.getValue().orElseThrow())));
    if (missing.isEmpty() && tip.isPresent()) {
      return tip;
    }
    List<CommitId> parents = tip.stream().toList();
    CommitId commit =
        repository.commit(
            new CommitDraft(
                parents, missing, "Add %d pictures\n".formatted(missing.size()), author));
    RefUpdate update = new RefUpdate(REF, tip, Optional.of(commit));
    return Contention.moved(repository.push(List.of(update)))
        ? Optional.of(commit)
        : Optional.empty();
  }
}
