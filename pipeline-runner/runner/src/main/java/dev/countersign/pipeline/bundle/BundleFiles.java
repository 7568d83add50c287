package dev.countersign.pipeline.bundle;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files a bundle is made of; they are copied.
 *
 * @param artifact a file, or a folder that becomes the bundle's {@code artifact}
 * @param predictions {@code .csv} or {@code .csv.gz}
 * @param trainingRows row keys, {@code .txt} or {@code .txt.gz}
 * @param plots a folder that becomes the bundle's {@code plots}
 */
public record BundleFiles(
    Path artifact, Path predictions, Optional<Path> trainingRows, Optional<Path> plots) {}
