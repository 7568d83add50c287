package dev.countersign.modelrefs.run;

import dev.countersign.modelrefs.artifact.ArtifactPath;

/** A picture the run made itself; shown beside those the bot draws, never instead of them. */
public record Plot(String title, ArtifactPath path) {}
