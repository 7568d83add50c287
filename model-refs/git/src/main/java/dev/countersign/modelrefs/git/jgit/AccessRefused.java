package dev.countersign.modelrefs.git.jgit;

import java.io.IOException;

/** A server answered that the credentials, or the lack of them, do not allow this. */
final class AccessRefused extends IOException {
  AccessRefused(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
