package dev.countersign.ci.deploy;

import dev.countersign.modelrefs.value.CommitId;

/**
 * The highest sequence that was deployed or vouched for; nothing lower is deployed any more.
 *
 * @param commit that brought it
 */
record HighestSequence(long sequence, CommitId commit) {}
