package dev.countersign.bot.propose;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.modelrefs.reference.ModelReference;
import java.util.Optional;

/**
 * The open merge request of a line.
 *
 * @param reference what its head proposes; empty if the head has no readable reference
 * @param approvals how many approvals were given for the present head
 */
public record OpenMergeRequest(
    MergeRequest request, Optional<ModelReference> reference, int approvals) {}
