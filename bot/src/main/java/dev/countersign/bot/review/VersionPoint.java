package dev.countersign.bot.review;

import dev.countersign.modelrefs.value.ModelVersion;

/** The verdict's metric of a version. */
public record VersionPoint(ModelVersion version, double value) {}
