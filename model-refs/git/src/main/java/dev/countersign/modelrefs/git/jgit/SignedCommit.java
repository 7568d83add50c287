package dev.countersign.modelrefs.git.jgit;

import dev.countersign.modelrefs.git.Signature;
import dev.countersign.modelrefs.git.signing.SshSignatures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The signature header of a raw commit object and what it signs: the object without that header.
 */
final class SignedCommit {
  private static final String HEADER = "\ngpgsig ";
  private static final String END_OF_HEADERS = "\n\n";

  private SignedCommit() {}

  /** Empty if there is no signature, more than one, or one that does not verify. */
  static Optional<Signature> signatureOf(byte[] rawCommit) {
    // One byte, one char: positions and bytes survive the way there and back.
    String raw = new String(rawCommit, StandardCharsets.ISO_8859_1);
    int headersEnd = raw.indexOf(END_OF_HEADERS);
    int start = raw.indexOf(HEADER);
    if (start < 0 || headersEnd < start) {
      return Optional.empty();
    }
    int end = endOfHeader(raw, start + 1);
    String value = raw.substring(start + HEADER.length(), end).replace("\n ", "\n");
    String signed = raw.substring(0, start) + raw.substring(end);
    int second = signed.indexOf(HEADER);
    if (second >= 0 && second < signed.indexOf(END_OF_HEADERS)) {
      return Optional.empty();
    }
    return SshSignatures.verify(signed.getBytes(StandardCharsets.ISO_8859_1), value);
  }

  /** Position of the line feed that ends a header; a line that starts with a space continues it. */
  private static int endOfHeader(String raw, int from) {
    int lineEnd = raw.indexOf('\n', from);
    while (raw.startsWith("\n ", lineEnd)) {
      lineEnd = raw.indexOf('\n', lineEnd + 1);
    }
    return lineEnd;
  }
}
