package dev.countersign.bot.forge.local;

import dev.countersign.modelrefs.error.ErrorCode;

/**
 * One thing that stands against merging.
 *
 * @param code {@code GATE_FAILED}, {@code NOT_APPROVED}, {@code CONFLICT} …
 * @param why a sentence for the person who wants to merge
 */
public record Objection(ErrorCode code, String why) {}
