package dev.countersign.bot.cli.command;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.bot.forge.local.Decision;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.git.GitRepository;
import dev.countersign.modelrefs.git.references.ReferenceHistory;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.value.ModelEnvironment;
import java.util.Locale;

/** The checksum that a person names to approve exactly that reference. */
final class NamedChecksum {
  private NamedChecksum() {}

  /**
   * Makes sure that the reference at the head that the person looked at has it.
   *
   * @param prefix at least 8 hexadecimal digits, with or without {@code sha256:}
   * @throws CountersignException {@code USAGE} if it is no prefix, {@code INPUT_INVALID} if the
   *     reference has another one
   */
  static void require(GitRepository git, MergeRequest request, Decision decision, String prefix) {
    String digits = prefix.toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
    if (!digits.matches("[0-9a-f]{8,64}")) {
      throw new CountersignException(
          ErrorCode.USAGE,
          "\"%s\" is not the beginning of a checksum; --checksum takes 8 to 64 hexadecimal digits"
              .formatted(prefix));
    }
    boolean named =
        ModelEnvironment.ofBranch(request.text().source())
            .flatMap(line -> new ReferenceHistory(git).at(decision.seen(), line).document())
            .map(ReferenceDocument::checksum)
            .filter(checksum -> checksum.hex().startsWith(digits))
            .isPresent();
    if (!named) {
      throw new CountersignException(
          ErrorCode.INPUT_INVALID,
          "the reference at head %s of merge request %d has another checksum than \"%s\""
              .formatted(decision.seen().shortHex(), request.number(), prefix));
    }
  }
}
