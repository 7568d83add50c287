package dev.countersign.bot.sync;

import dev.countersign.bot.chat.ChatEvent;
import dev.countersign.bot.propose.Proposal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A run that was proposed because nobody had done so.
 *
 * @param id the run's own
 * @param events what the chat is told of it; found out when asked for
 */
public record SyncedRun(
    String id, Path bundle, Proposal proposal, Supplier<List<ChatEvent>> events) {}
