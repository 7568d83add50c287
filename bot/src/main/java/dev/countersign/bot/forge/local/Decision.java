package dev.countersign.bot.forge.local;

import dev.countersign.ci.promotion.Identity;
import dev.countersign.modelrefs.value.CommitId;

/**
 * What a person decides about, and what they saw when they did.
 *
 * @param number of the merge request
 * @param seen the head that the person looked at; if the head has moved since, nothing is done
 * @param by who decides; self-asserted
 */
public record Decision(long number, CommitId seen, Identity by) {}
