package dev.countersign.ci.deploy;

import dev.countersign.ci.target.Release;
import dev.countersign.modelrefs.git.log.Deployment;

/**
 * The model that is live in an environment, against which a candidate is judged.
 *
 * @param release its reference, the commit that brought it, and the document as merged
 * @param record the deployment that made it live
 */
public record Baseline(Release release, Deployment record) {}
