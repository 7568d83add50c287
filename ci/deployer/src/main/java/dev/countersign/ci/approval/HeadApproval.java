package dev.countersign.ci.approval;

import dev.countersign.ci.promotion.Approval;

/** An approval, with what Git says about the head it was given at. */
public record HeadApproval(Approval approval, HeadContent content) {}
