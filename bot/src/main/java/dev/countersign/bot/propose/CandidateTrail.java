package dev.countersign.bot.propose;

import static dev.countersign.modelrefs.json.Decoders.instant;
import static dev.countersign.modelrefs.json.Decoders.list;
import static dev.countersign.modelrefs.json.Decoders.object;
import static dev.countersign.modelrefs.json.Decoders.oneOf;
import static dev.countersign.modelrefs.json.Decoders.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.bot.review.EarlierCandidate;
import dev.countersign.modelrefs.error.CountersignException;
import dev.countersign.modelrefs.error.ErrorCode;
import dev.countersign.modelrefs.evaluation.Verdict;
import dev.countersign.modelrefs.json.CanonicalJson;
import dev.countersign.modelrefs.json.Decoder;
import dev.countersign.modelrefs.json.JsonValue;
import dev.countersign.modelrefs.json.ObjectReader;
import dev.countersign.modelrefs.json.ObjectWriter;
import dev.countersign.modelrefs.json.StrictJson;
import dev.countersign.modelrefs.json.UnknownKeys;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelVersion;
import dev.countersign.modelrefs.value.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The candidates that one merge request has proposed. Kept in its body, in a comment that nobody
 * sees: whoever may edit the body can change what it tells of the past, and nothing else, because
 * nothing is decided by it.
 *
 * @param current what the body is about; superseded by nothing yet, so with the time its run ended
 * @param earlier the newest first, at most a dozen
 */
public record CandidateTrail(EarlierCandidate current, List<EarlierCandidate> earlier) {
  private static final int MOST = 12;
  private static final Pattern MARKER =
      Pattern.compile("<!-- countersign:candidates:1 ([A-Za-z0-9_-]{1,20000}) -->");

  public CandidateTrail {
    earlier = earlier.stream().limit(MOST).toList();
  }

  /** The trail that a body keeps; empty if it keeps none that can be read. */
  public static Optional<CandidateTrail> in(String body) {
    Matcher marker = MARKER.matcher(body);
    return marker.find() ? read(marker.group(1)) : Optional.empty();
  }

  /** A body without the trail, for where it is shown but not kept. */
  public static String without(String body) {
    return MARKER.matcher(body).replaceAll("").strip();
  }

  /** The trail of a merge request that proposes its first candidate. */
  static CandidateTrail of(ModelReference reference) {
    return of(reference, List.of());
  }

  /** The trail of a merge request that proposes a reference after others. */
  static CandidateTrail of(ModelReference reference, List<EarlierCandidate> earlier) {
    return new CandidateTrail(proposed(reference), earlier);
  }

  private static EarlierCandidate proposed(ModelReference reference) {
    return EarlierCandidate.of(reference, reference.provenance().run().finishedAt());
  }

  /** The trail after a reference took the place of what was there; the same if it is that. */
  CandidateTrail next(ModelReference reference, Instant now) {
    EarlierCandidate proposed = proposed(reference);
    if (isSame(proposed)) {
      return new CandidateTrail(proposed, earlier);
    }
    List<EarlierCandidate> all = new ArrayList<>();
    all.add(at(current, now));
    all.addAll(earlier);
    return new CandidateTrail(proposed, all);
  }

  /** A rollback to an artifact is another candidate than the artifact's own proposal. */
  private boolean isSame(EarlierCandidate proposed) {
    return proposed.artifactDigest().equals(current.artifactDigest())
        && proposed.verdict().isPresent() == current.verdict().isPresent();
  }

  private static EarlierCandidate at(EarlierCandidate candidate, Instant time) {
    return new EarlierCandidate(
        candidate.version(), candidate.artifactDigest(), candidate.verdict(), time);
  }

  /** The comment, one line. */
  String marker() {
    ObjectWriter writer =
        new ObjectWriter()
            .json("candidate", json(current))
            .array("earlier", earlier, CandidateTrail::json);
    byte[] json = CanonicalJson.bytes(writer.node());
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    return "<!-- countersign:candidates:1 " + text + " -->";
  }

  private static JsonNode json(EarlierCandidate candidate) {
    return new ObjectWriter()
        .text("version", candidate.version())
        .text("artifact", candidate.artifactDigest())
        .text("verdict", candidate.verdict().map(WireName::hyphenated))
        .text("at", candidate.supersededAt())
        .node();
  }

  private static Optional<CandidateTrail> read(String text) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(text);
      return Optional.of(
          JsonValue.decode(
              StrictJson.read(json, "marker"),
              UnknownKeys.IGNORED,
              ErrorCode.INPUT_INVALID,
              "marker",
              object(CandidateTrail::trail)));
    } catch (CountersignException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static CandidateTrail trail(ObjectReader reader) {
    Decoder<EarlierCandidate> candidate = object(CandidateTrail::candidate);
    var current = reader.required("candidate", candidate);
    var earlier = reader.required("earlier", list(candidate));
    return reader.build(() -> new CandidateTrail(current.get(), earlier.get()));
  }

  private static EarlierCandidate candidate(ObjectReader reader) {
    var version = reader.required("version", parsed(ModelVersion::parse));
    var artifact = reader.required("artifact", parsed(Digest::parse));
    var verdict = reader.optional("verdict", oneOf(Verdict.class, WireName::hyphenated));
    var at = reader.required("at", instant());
    return reader.build(
        () -> new EarlierCandidate(version.get(), artifact.get(), verdict.get(), at.get()));
  }
}
