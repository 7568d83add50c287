package dev.countersign.bot.forge.local;

import dev.countersign.bot.forge.Attachment;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.CommitDraft;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.Person;
import dev.countersign.modelrefs.git.RefUpdate;
import dev.countersign.modelrefs.value.CommitId;
import dev.countersign.modelrefs.value.Digest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures on the orphan branch {@code countersign/assets}, as {@code sha256/<digest>/<file name>}:
 * equal pictures are one file, a name never gets other bytes, so storing again changes nothing and
 * links stay as they are.
 */
public final class AssetBranch {
  private static final String REF = "refs/heads/countersign/assets";
  private static final String LINK = "/assets/";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final GitRepository repository;

  public AssetBranch(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * Stores what is missing, in one commit.
   *
   * @return how the local forge's page links to each picture, in order
   */
  List<String> store(List<Attachment> attachments, Person author) {
    Map<String, Optional<byte[]>> pictures = new LinkedHashMap<>();
    List<String> paths = attachments.stream().map(AssetBranch::path).toList();
    for (int i = 0; i < paths.size(); i++) {
      pictures.put(paths.get(i), Optional.of(attachments.get(i).png()));
    }
    Contention.untilWon(() -> tryStore(pictures, author), "branch \"countersign/assets\"");
    return paths.stream().map(path -> LINK + path).toList();
  }

  /**
   * Reads a picture.
   *
   * @param path as in a link, without {@code /assets/}
   * @return empty if there is none, or if its bytes are not what its name says
   */
  public Optional<byte[]> read(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length != 3 || !parts[0].equals("sha256")) {
      return Optional.empty();
    }
    return tip()
        .flatMap(tip -> repository.read(tip, path))
        .filter(bytes -> isPng(bytes) && Digest.of(bytes).hex().equals(parts[1]));
  }

  private Optional<CommitId> tip() {
    return Optional.ofNullable(repository.fetch(List.of(REF)).get(REF));
  }

  private Optional<Boolean> tryStore(Map<String, Optional<byte[]>> pictures, Person author) {
    Optional<CommitId> tip = tip();
    Map<String, Optional<byte[]>> missing = new LinkedHashMap<>(pictures);
    tip.ifPresent(at -> missing.keySet().removeIf(path -> repository.read(at, path).isPresent()));
    if (missing.isEmpty()) {
      return Optional.of(true);
    }
    List<CommitId> parents = tip.stream().toList();
    CommitId commit =
        repository.commit(
            new CommitDraft(
                parents, missing, "Add %d pictures\n".formatted(missing.size()), author));
    RefUpdate update = new RefUpdate(REF, tip, Optional.of(commit));
    return Contention.moved(repository.push(List.of(update)))
        ? Optional.of(true)
        : Optional.empty();
  }

  private static String path(Attachment attachment) {
    byte[] png = attachment.png();
    String place = attachment.path().value();
    if (!isPng(png)) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID, "\"" + place + "\" is not a PNG picture");
    }
    String name = place.substring(place.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "-");
    return "sha256/" + Digest.of(png).hex() + "/" + name;
  }

  private static boolean isPng(byte[] bytes) {
    return bytes.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, bytes, 0, PNG.length);
  }
}
