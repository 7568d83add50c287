package dev.countersign.bot.chat;

import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.Optional;

/**
 * The promotion that an event belongs to; all its messages form one thread.
 *
 * @param version empty if the reference cannot be read
 * @param sequence 0 if the reference cannot be read
 * @param artifact empty if the reference cannot be read
 * @param request the merge request, where it is known
 */
public record Promotion(
    ModelEnvironment line,
    Optional<ModelVersion> version,
    long sequence,
    Optional<Digest> artifact,
    Optional<Request> request) {
  /** A merge request and where a person looks at it. */
  public record Request(long number, String url) {}

  /** The promotion that a reference stands for. */
  public static Promotion of(ModelReference reference, Optional<Request> request) {
    return new Promotion(
        reference.line(),
        Optional.of(reference.version()),
        reference.sequence(),
        Optional.of(reference.artifact().digest()),
        request);
  }

  /** A promotion whose reference cannot be read. */
  public static Promotion unreadable(ModelEnvironment line) {
    return new Promotion(line, Optional.empty(), 0, Optional.empty(), Optional.empty());
  }

  /** Names the thread; equal in every process. */
  String thread() {
    return line + "/" + sequence;
  }

  /** {@code diamonds-price 1.1.0}. */
  String what() {
    return line.model() + version.map(known -> " " + known).orElse("");
  }

  /** The artifact for people; nothing if it is not known. */
  String shortDigest() {
    return artifact.map(digest -> "sha256:" + digest.shortHex()).orElse("unknown");
  }

  /** The artifact for keys. */
  String digestKey() {
    return artifact.map(Digest::hex).orElse("-");
  }
}
