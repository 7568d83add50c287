package dev.countersign.bot.propose;

import dev.countersign.bot.forge.MergeRequest;
import dev.countersign.ci.promotion.Waiver;
import dev.countersign.ci.verify.JudgedRequest;
import dev.countersign.modelrefs.reference.ModelReference;
import dev.countersign.modelrefs.value.Digest;
import java.util.List;
import java.util.Optional;

/**
 * The open merge request of a line.
 *
 * @param reference what its head proposes; empty if the head has no readable reference
 * @param approvals how many people's approvals of what is there now count
 * @param waivers for what it proposes, those that count
 */
public record OpenMergeRequest(
    MergeRequest request, Optional<ModelReference> reference, int approvals, List<Waiver> waivers) {
  public OpenMergeRequest {
    waivers = List.copyOf(waivers);
  }

  /** As the rules judge it; empty if its head has no readable reference. */
  static OpenMergeRequest of(MergeRequest request, Optional<JudgedRequest> judged) {
    return new OpenMergeRequest(
        request,
        judged.map(JudgedRequest::reference),
        judged.map(found -> found.approval().counted().size()).orElse(0),
        judged.map(JudgedRequest::waivers).orElse(List.of()));
  }

  /** The waivers for an artifact that count. */
  List<Waiver> waivers(Digest artifact) {
    return waivers.stream().filter(waiver -> waiver.artifactDigest().equals(artifact)).toList();
  }
}
