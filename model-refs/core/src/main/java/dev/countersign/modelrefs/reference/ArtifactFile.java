package dev.countersign.modelrefs.reference;

import dev.countersign.modelrefs.artifact.ManifestEntry;
import java.util.Optional;

/**
 * A file of the artifact as the store keeps it.
 *
 * @param storeVersion the version the store assigned (GCS generation, S3 version id); empty for
 *     {@code file:}. It does not count when references are compared.
 */
public record ArtifactFile(ManifestEntry entry, Optional<String> storeVersion) {}
