package dev.countersign.bot.propose;

import dev.countersign.bot.review.schema.SchemaDifference;
import dev.countersign.modelrefs.evaluation.Evaluation;
import dev.countersign.modelrefs.reference.Artifact;
import dev.countersign.modelrefs.run.Provenance;
import dev.countersign.modelrefs.value.Digest;
import dev.countersign.modelrefs.value.ModelEnvironment;
import dev.countersign.modelrefs.value.ModelVersion;
import java.util.Optional;

/**
 * A run as it would enter one environment: its artifact, and what the evidence says about it there.
 *
 * @param artifact where it will lie; {@code storeVersion} is known only once it is stored
 * @param evaluation against the baseline and by the gates of this environment
 * @param schemaDifference of the serving input to the baseline's; empty if the two schemas are not
 *     at hand
 */
public record Candidate(
    ModelEnvironment line,
    ModelVersion.Bump bump,
    Artifact artifact,
    Evaluation evaluation,
    Provenance provenance,
    Optional<Digest> inputSchema,
    Optional<String> changeRequest,
    Optional<SchemaDifference> schemaDifference) {}
