package dev.countersign.ci.deploy;

import dev.countersign.ci.promotion.MergeRequests;
import dev.countersign.ci.promotion.Settings;
import dev.countersign.modelrefs.store.ArtifactStore;

/** Where the facts about promotions come from, beside Git. */
public record PromotionSources(MergeRequests requests, Settings settings, ArtifactStore store) {}
