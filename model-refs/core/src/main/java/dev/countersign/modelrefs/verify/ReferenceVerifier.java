package dev.countersign.modelrefs.verify;

import dev.countersign.modelrefs.artifact.ArtifactManifest;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.reference.codec.ReferenceCodec;
import dev.countersign.modelrefs.reference.codec.ReferenceDocument;
import dev.countersign.modelrefs.store.ArtifactStore;
import dev.countersign.modelrefs.verify.Check.Failed;
import dev.countersign.modelrefs.verify.Check.Noted;
import dev.countersign.modelrefs.verify.Check.Passed;
import dev.countersign.modelrefs.verify.Check.Skipped;
import dev.countersign.modelrefs.verify.Check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies a {@code model-reference.json}, with or without the artifact's bytes. Stateless. */
public final class ReferenceVerifier {
  private ReferenceVerifier() {}

  /**
   * Verifies a reference by itself; the artifact's check is skipped.
   *
   * @param what how to name the document, usually its path
   */
  public static Verification verify(byte[] bytes, String what) {
    return verify(bytes, what, Optional.empty());
  }

  /**
   * Verifies a reference and every byte of its artifact.
   *
   * @param what how to name the document, usually its path
   */
  public static Verification verify(byte[] bytes, String what, ArtifactStore store) {
    return verify(bytes, what, Optional.of(store));
  }

  private static Verification verify(byte[] bytes, String what, Optional<ArtifactStore> store) {
    try {
      ReferenceDocument document = ReferenceCodec.decode(bytes, what);
      return verify(document, store);
    } catch (CountersignException unreadable) {
      return new Verification(Optional.empty(), unreadable(unreadable));
    }
  }

  private static Verification verify(ReferenceDocument document, Optional<ArtifactStore> store) {
    Artifact artifact = document.reference().artifact();
    List<Check> checks = new ArrayList<>();
    checks.add(new Passed(Subject.FORMAT));
    checks.add(new Passed(Subject.CHECKSUM));
    checks.add(writersBytes(document));
    checks.add(manifest(artifact));
    checks.add(
        store
            .map(bytes -> artifact(artifact, bytes))
            .orElse(new Skipped(Subject.ARTIFACT, "the artifact's bytes were not asked for")));
    return new Verification(Optional.of(document.reference()), checks);
  }

  private static Check writersBytes(ReferenceDocument document) {
    return document.writersBytes()
        ? new Passed(Subject.WRITERS_BYTES)
        : new Noted(
            Subject.WRITERS_BYTES, "the file is not written in canonical order and indentation");
  }

  private static Check manifest(Artifact artifact) {
    Optional<ArtifactManifest> listed = artifact.manifest();
    if (listed.isEmpty()) {
      return new Skipped(Subject.MANIFEST, "the manifest lies in the store");
    }
    ArtifactManifest manifest = listed.get();
    if (!manifest.digest().equals(artifact.digest())
        || manifest.sizeBytes() != artifact.sizeBytes()) {
      return new Failed(
          Subject.MANIFEST,
          new CountersignException(
              ErrorCode.DIGEST_MISMATCH,
              "the reference names artifact \"%s\" of %d bytes, but its files make \"%s\" of %d"
                  .formatted(
                      artifact.digest(),
                      artifact.sizeBytes(),
                      manifest.digest(),
                      manifest.sizeBytes())));
    }
    return new Passed(Subject.MANIFEST);
  }

  private static Check artifact(Artifact artifact, ArtifactStore store) {
    try {
      store.verify(artifact);
      return new Passed(Subject.ARTIFACT);
    } catch (CountersignException failure) {
      return new Failed(Subject.ARTIFACT, failure);
    }
  }

  private static List<Check> unreadable(CountersignException failure) {
    boolean format = failure.code() != ErrorCode.CHECKSUM_MISMATCH;
    List<Check> checks = new ArrayList<>();
    checks.add(format ? new Failed(Subject.FORMAT, failure) : new Passed(Subject.FORMAT));
    checks.add(
        format
            ? new Skipped(Subject.CHECKSUM, "the document could not be read")
            : new Failed(Subject.CHECKSUM, failure));
    for (Subject subject : List.of(Subject.WRITERS_BYTES, Subject.MANIFEST, Subject.ARTIFACT)) {
      checks.add(new Skipped(subject, "the document could not be trusted"));
    }
    return checks;
  }
}
